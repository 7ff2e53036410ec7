"""An import adds what is new and nothing twice, and can be taken back."""

from dataclasses import replace

import pytest
from django.utils import timezone

from strategies.entries import attack, day_count, diary, dose, journey, span
from surcease.diary import Diary, Person
from surcease.web.exchange.plan import plan_for
from surcease.web.exchange.storing import batch_of, batches, store, store_new, take_back
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import record
from surcease.web.record.diary_of import diary_of_record
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7

pytestmark = pytest.mark.django_db

OURS = diary(
    attack("2024-03-01T08:00", intensity=7),
    attack("2024-03-02T02:10", notes="=1+1"),
    doses=(dose("2024-03-01T08:05", amount=6, unit="mg"), dose("2024-03-02T02:15", "Elixir")),
    days=(day_count("2024-03-03", 0), day_count("2024-03-04", None)),
    coverage=(span("2024-03-01", "2024-03-05"),),
    journeys=(journey("2024-06-01", "2024-06-20", "America/New_York"),),
    person=Person(birth_year=1970, country="DK"),
)


def change(entry, **cells):
    record([Action(uuid7(), entry.id, entry.kind, Do.CHANGE, timezone.now(), cells)])


def delete(entry):
    record([Action(uuid7(), entry.id, entry.kind, Do.DELETE, timezone.now())])


def the_attack(**cells):
    return Entry.objects.get(
        kind="attacks", **{f"cells__{name}": text for name, text in cells.items()}
    )


def test_everything_comes_in_as_it_was():
    store(plan_for(OURS))
    assert diary_of_record() == OURS


def test_the_same_file_again_adds_nothing():
    store(plan_for(OURS))
    again = plan_for(OURS)
    assert (again.entries, again.settings) == ((), {})
    assert dict(again.again) == {"attacks": 2, "doses": 2, "days": 2, "coverage": 1, "journeys": 1}


def test_the_same_file_looked_at_twice_before_it_was_added_comes_in_once():
    plans = plan_for(OURS), plan_for(OURS)
    added = [store_new(OURS, plan).counts for plan in plans]
    assert (added[0]["attacks"], added[1]) == (2, {})
    assert diary_of_record() == OURS


def test_what_was_corrected_since_does_not_come_back_as_it_was():
    store(plan_for(OURS))
    change(the_attack(intensity="7"), intensity="9")
    assert not plan_for(OURS).entries


def test_what_was_deleted_by_hand_stays_deleted():
    store(plan_for(OURS))
    delete(the_attack(intensity="7"))
    again = plan_for(OURS)
    assert not again.entries
    assert dict(again.deleted) == {"attacks": 1}


def test_a_dose_is_the_same_whatever_its_name_is_said_to_stand_for():
    store(plan_for(OURS))
    written = (("treatment_as_written", "Elixir"),)
    told = replace(OURS, doses=(dose("2024-03-02T02:15", "oxygen", extra=written),))
    assert not plan_for(told).entries


def test_rows_written_twice_in_a_file_come_in_twice():
    twice = replace(OURS, attacks=(*OURS.attacks, OURS.attacks[0]))
    assert plan_for(twice).counts["attacks"] == 3


def test_the_settings_of_the_user_hold():
    record(
        [Action(uuid7(), SETTINGS, "settings", Do.CHANGE, timezone.now(), {"zone": "Asia/Tokyo"})]
    )
    store(plan_for(OURS))
    kept = diary_of_record()
    assert (kept.zone, kept.person) == ("Asia/Tokyo", OURS.person)
    assert [each.started_at.on for each in kept.attacks] == [
        each.started_at.on for each in OURS.attacks
    ]


def test_an_import_is_taken_back_whole():
    batch = store(plan_for(OURS)).batch
    take_back(batch)
    kept = diary_of_record()
    assert kept == Diary(OURS.zone, person=OURS.person)
    assert batches() == []


def test_what_was_changed_since_stays_and_is_named():
    batch = store(plan_for(OURS)).batch
    change(the_attack(intensity="7"), intensity="9")
    assert take_back(batch)["attacks"] == 1
    (left,) = batch_of(batch).changed
    assert left.cells["intensity"] == "9"
    assert len(diary_of_record().attacks) == 1


def test_what_was_taken_back_can_come_in_again():
    take_back(store(plan_for(OURS)).batch)
    assert plan_for(OURS).counts["attacks"] == 2
    store(plan_for(OURS))
    assert diary_of_record() == OURS


def test_nothing_of_an_import_stays_where_it_breaks_off(monkeypatch):
    def break_off(*_args, **_named):
        raise MemoryError

    monkeypatch.setattr("surcease.web.record.ledger.Ledger.store", break_off)
    with pytest.raises(MemoryError):
        store(plan_for(OURS))
    assert not Entry.objects.exists()
