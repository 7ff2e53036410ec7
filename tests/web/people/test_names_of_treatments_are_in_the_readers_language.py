"""Names of the formulary are translated where they are shown; the diary keeps its own keys."""

import pytest
from django.utils import timezone

from strategies.made_up_language import spoken
from surcease.formulary import treatments
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.diary_of import diary_of_record
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7

pytestmark = pytest.mark.django_db

BOTOX = treatments()["onabotulinumtoxin_a"].name


def take_botox():
    now = timezone.now()
    cells = {"given_at": now.isoformat(), "treatment": "onabotulinumtoxin_a", "amount": "155"}
    record([Action(uuid7(), uuid7(), "doses", Do.PUT, now, cells)])


@pytest.mark.parametrize("address", ["/", "/settings/", "/see/history/"])
def test_a_page_names_a_treatment_in_the_language_of_the_app(user, address):
    take_botox()
    assert BOTOX in user.get(address).text
    with spoken() as catalogue:
        page = user.get(address).text
        shown = catalogue.gettext(BOTOX)
    assert BOTOX not in page
    assert shown in page


def test_what_is_chosen_in_the_language_of_the_app_is_kept_by_its_key(user):
    with spoken() as catalogue:
        said = {"treatment": catalogue.gettext(BOTOX), "amount": "155", "unit": "U"}
        user.post("/settings/usuals/", said)
    (usual,) = Entry.objects.filter(kind="usuals")
    assert usual.cells["treatment"] == "onabotulinumtoxin_a"


def test_a_dose_is_found_by_the_name_that_is_shown(user):
    take_botox()
    with spoken() as catalogue:
        shown = catalogue.gettext(BOTOX)
        found, not_found = (
            user.post("/see/history/", {"text": text}).text for text in (shown, f"{shown} ж")
        )
    assert "155" in found
    assert "155" not in not_found


def test_the_diary_holds_no_translated_name(user):
    with spoken():
        take_botox()
        assert diary_of_record().doses[0].treatment == "onabotulinumtoxin_a"
