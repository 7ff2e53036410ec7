"""A form of the settings says what its user changed in it, and nothing else."""

import pytest

from surcease.web.record.actions import record_said
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry, Version
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


def test_an_older_page_takes_back_nothing_that_was_changed_elsewhere(user):
    put("settings", SETTINGS, "change", zone="Europe/Copenhagen", sex="female")
    own = put("usuals", treatment="oxygen", amount="12", unit="L/min")
    older = {kind: form_at(user, f"/settings/{kind}/") for kind in ("settings", "usuals")}
    put("settings", SETTINGS, "change", minutes=1, zone="Asia/Tokyo")
    put("usuals", own, "change", minutes=1, amount="15")
    user.post("/settings/settings/", older["settings"] | {"birth_year": "1970"})
    user.post("/settings/usuals/", older["usuals"] | {"role": "acute"})
    assert cells_of(SETTINGS) == {"zone": "Asia/Tokyo", "sex": "female", "birth_year": "1970"}
    assert (cells_of(own)["amount"], cells_of(own)["role"]) == ("15", "acute")


def test_saving_what_was_not_changed_writes_nothing(user):
    put("usuals", treatment="oxygen", unit="L/min")
    user.post("/settings/usuals/", form_at(user, "/settings/usuals/"))
    user.post("/settings/settings/", form_at(user, "/settings/settings/") | {"zone": ""})
    assert Version.objects.count() == 1


def test_a_cell_that_is_emptied_is_cleared(user):
    own = put("usuals", treatment="oxygen", amount="12")
    user.post("/settings/usuals/", form_at(user, "/settings/usuals/") | {"amount": ""})
    assert cells_of(own) == {"treatment": "oxygen"}


def test_a_text_is_kept_to_its_end_however_long_it_is(user):
    report = "normal sinus rhythm " * 2_000 + "until here"
    user.post("/settings/ecgs/", {"on": "2024-06-01", "findings": report})
    assert Entry.objects.get(kind="ecgs").cells["findings"] == report
