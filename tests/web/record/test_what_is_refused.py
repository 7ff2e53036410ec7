"""An action is refused only where the diary could not hold it, and says so in plain words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strategies.diaries import HOSTILE_TEXTS, texts
from surcease.diary.folder.codec import decode_diary, encode_diary
from surcease.web.record.actions import record_said
from surcease.web.record.diary_of import diary_of_record
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry, Version
from surcease.web.record.uuid7 import uuid7
from web.made import attack, said

pytestmark = pytest.mark.django_db

START = "2026-03-01T02:10:00+01:00"


@pytest.mark.parametrize(
    ("action", "reason"),
    [
        (attack(intensity="11"), "Pain goes from 0 to 10."),
        (attack(intensity="bad"), "Pain is not a number."),
        (attack(ended_at="2026-03-01T01:00:00+01:00"), "It ends before it starts."),
        (attack(at="2026-03-01"), "The start has a day but no time of day."),
        (attack(at="yesterday"), "The start is not a time."),
        (attack(at="2026-03-01T02:10"), "The start does not say which clock it was read from."),
        (attack(at="2026-03-01T02:10Z"), "The start does not say which clock it was read from."),
        (attack(at="0226-03-01T02:10+01:00"), "The start is in a year that cannot be."),
        (attack(side="up"), "The side is not one of the choices."),
        (said(notes="a note"), "The start is missing."),
        (said(kind="doses", given_at=START), "The treatment is missing."),
        (said(kind="doses", given_at=START, treatment=" "), "The treatment is missing."),
        (
            said(kind="doses", given_at=START, treatment="O2", amount="-1"),
            "The amount cannot be less than nothing.",
        ),
        (said(kind="days", on="2026-03-01", attacks="many"), "The number of attacks is not"),
        (said(kind="days", on="1 March", attacks="0"), "The day is not a date."),
        (said(kind="coverage", **{"from": "2026-03-02", "to": "2026-03-01"}), "It ends before"),
        (said(kind="journeys", **{"from": "2026-03-02", "to": "2026-03-04"}), "This time zone"),
        (said(SETTINGS, kind="settings", zone="Nowhere"), "This time zone is not known."),
        (said(SETTINGS, kind="settings", birth_year="70"), "The year of birth is not a year."),
        (said(kind="settings", zone="Europe/Paris"), "This entry is of another kind."),
        (said(kind="usuals", amount="6"), "The treatment is missing."),
        (attack(notes="half \ud800"), "It holds characters that no diary can keep."),
        (attack(notes="nul \0"), "It holds characters that no diary can keep."),
        (attack(**{" notes": "x"}), "It holds characters that no diary can keep."),
        (attack(notes="x" * 20_001), "This entry holds a text that is too long."),
        (attack() | {"made_at": "2026-03-01T02:10"}, "When this entry was made cannot be read."),
        (attack() | {"made_at": "0001-01-01T00:00+14:00"}, "When this entry was made"),
        (attack() | {"entry": "7"}, "This entry has no proper number"),
        (attack() | {"do": "burn"}, "This version does not know what to do"),
        (attack() | {"cells": {"notes": 7}}, "This entry holds something other than text."),
        (attack() | {"cells": []}, "This entry holds too much."),
        ("attack", "This is not something that can be recorded."),
    ],
)
def test_a_refused_action_says_why_and_leaves_no_trace(action, reason):
    (answer,) = record_said([action])
    assert answer.status == "refused"
    assert answer.reason.startswith(reason)
    assert not Entry.objects.exists()
    assert not Version.objects.exists()


def test_a_refused_change_leaves_the_entry_as_it_was():
    one = uuid7()
    record_said([attack(one, notes="kept")])
    refused, taken = record_said(
        [
            said(one, "change", minutes=1, intensity="12", notes="lost"),
            said(one, "change", minutes=2, side="left"),
        ]
    )
    assert (refused.status, taken.status, taken.version) == ("refused", "done", 2)
    (kept,) = diary_of_record().attacks
    assert (kept.notes, kept.side, kept.intensity) == ("kept", "left", None)


def test_an_entry_does_not_become_another_kind():
    one = uuid7()
    record_said([attack(one)])
    (answer,) = record_said([said(one, "change", kind="days", on="2026-03-01")])
    assert answer.status == "refused"


def test_a_journey_in_the_same_batch_counts_for_what_comes_after_it():
    record_said(
        [
            said(SETTINGS, kind="settings", zone="Europe/Copenhagen"),
            said(
                kind="journeys", **{"from": "2026-03-01", "to": "2026-03-09", "zone": "Asia/Tokyo"}
            ),
            attack(at="2026-03-02T03:00:00+09:00"),
        ]
    )
    assert diary_of_record().attacks[0].started_at.zone == "Asia/Tokyo"


names = st.sampled_from(["started_at", "started_at_zone", "started_at_entered", " notes", "x"])
cells = st.dictionaries(names | texts, st.sampled_from([START, "Asia/Tokyo", *HOSTILE_TEXTS]))


@settings(
    derandomize=True,
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(cells, min_size=1, max_size=4))
def test_whatever_was_accepted_can_be_exported(clean_record, rows):
    clean_record()
    record_said([attack(**row) if "started_at" not in row else said(**row) for row in rows])
    kept = diary_of_record()
    assert decode_diary(encode_diary(kept))[0] == kept
