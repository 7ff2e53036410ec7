"""A form of the settings says what its user changed in it, and nothing else."""

import pytest

from surcease.web.record.actions import record_said
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry
from web.made import said
from web.people.posting import form_at

pytestmark = pytest.mark.django_db


def put(kind, entry=None, do="put", **cells):
    action = said(entry, do, kind, **cells)
    assert [each.status for each in record_said([action])] == ["done"]
    return action["entry"]


def cells_of(entry):
    return Entry.objects.get(id=entry).cells


@pytest.mark.parametrize("zone", ["US/Eastern", "Etc/GMT-3", "Asia/Tokyo"])
def test_a_zone_that_the_list_lacks_is_not_replaced_by_its_first(user, zone):
    put("settings", SETTINGS, "change", zone=zone, country="XK")
    user.post("/settings/settings/", form_at(user, "/settings/settings/") | {"birth_year": "1970"})
    assert cells_of(SETTINGS) == {"zone": zone, "country": "XK", "birth_year": "1970"}


def test_a_choice_that_a_list_lacks_stays_as_it_is(user):
    journey = {"from": "2024-06-01", "to": "2024-06-20", "zone": "US/Eastern"}
    abroad = put("journeys", **journey)
    own = put("usuals", treatment="oxygen")
    for kind, change in (("journeys", {"to": "2024-06-21"}), ("usuals", {"amount": "12"})):
        address = f"/settings/{kind}/"
        user.post(address, form_at(user, address) | change)
    assert cells_of(abroad) == {**journey, "to": "2024-06-21"}
    assert cells_of(own) == {"treatment": "oxygen", "amount": "12"}
