from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.http import QueryDict

from strategies.entries import diary, dose
from surcease.exchange import Choices, Imported
from surcease.exchange.source import Preview
from surcease.web.exchange.answers import choices_from
from surcease.web.exchange.plan import Plan
from surcease.web.exchange.preview import preview_of
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.uuid7 import uuid7

pytestmark = pytest.mark.django_db

EVENING = datetime(2024, 3, 1, 20, tzinfo=UTC)
BATCH = UUID(int=int(EVENING.timestamp() * 1000) << 80)


def test_when_an_import_came_in_is_told_on_the_clock_of_the_diary(user):
    put(SETTINGS, "settings", Do.CHANGE, zone="Asia/Tokyo")
    put(uuid7(), "attacks", Do.PUT, started_at="2024-03-01T08:00:00+09:00")
    for page in ("/import/", f"/import/{BATCH}/undo/"):
        assert "2 March 2024, 05:00" in user.get(page).text


def put(entry, kind, do, **cells):
    record([Action(uuid7(), entry, kind, do, EVENING, cells, BATCH)])


@pytest.mark.parametrize("batch", [UUID(int=7), UUID(int=2**128 - 1)])
def test_an_import_that_never_was_cannot_be_taken_back(user, batch):
    assert user.get(f"/import/{batch}/undo/").status_code == 404


def test_an_amount_may_be_written_with_a_comma():
    said = {
        "taken": "yes",
        "treatment": "verapamil",
        "amount": "2,5",
        "unit": "mg",
        "from": "2024-03-01",
    }
    answers = QueryDict(mutable=True)
    answers.update({f"daily-1-{name}": text for name, text in said.items()})
    (regimen,) = choices_from(answers, Choices()).taken_daily
    assert regimen.amount_per_day == 2.5


def test_the_page_asks_about_no_more_names_than_a_form_can_answer():
    doses = tuple(dose("2024-03-01T08:00", f"elixir {nth}") for nth in range(1_500))
    imported = Imported(diary(doses=doses), "a table", Preview((), (), (), (), None, ()), Choices())
    assert len(preview_of(imported, Plan((), {})).names) == 300
