from collections.abc import Sequence

import pytest

from surcease.simulation.amounts import RaisedInBouts, Steps
from surcease.simulation.past import Past
from surcease.simulation.timing import (
    AlongWith,
    ByIndication,
    BySchedule,
    Either,
    InBouts,
    Now,
    OnDays,
    Timing,
    WhenBack,
)


def past_of(*written: int | None) -> Past:
    past = Past()
    for attacks in written:
        past.write(attacks)
    return past


def now(
    past: Past, last: int | None = None, luck: float = 0.0, mood: float = 0.0, given: str = ""
) -> Now:
    return Now(past.days, past, last, luck, mood, frozenset({given} - {""}))


def days_given(timing: Timing, written: Sequence[int | None], luck: float = 0.0) -> list[int]:
    past, last, given = Past(), None, []
    for day, attacks in enumerate(written):
        if timing.due(now(past, last, luck)):
            last = day
            given.append(day)
        past.write(attacks)
    return given


def test_by_indication_a_dose_waits_for_more_attacks_than_the_threshold() -> None:
    timing = ByIndication(over_days=3, threshold=5, minimum_gap_days=1, noise=0)
    assert days_given(timing, [2, 2, 1, 2, 2, 2, 0]) == [6]


def test_by_indication_the_minimum_gap_is_kept() -> None:
    timing = ByIndication(over_days=2, threshold=3, minimum_gap_days=4, noise=0)
    assert days_given(timing, [5] * 12) == [1, 5, 9]


def test_a_mood_shifts_the_threshold() -> None:
    timing = ByIndication(over_days=3, threshold=5, minimum_gap_days=1, noise=0.5)
    past = past_of(2, 2, 2)
    assert timing.due(now(past, mood=-1))
    assert not timing.due(now(past, mood=1))


def test_what_was_not_written_does_not_count() -> None:
    timing = ByIndication(over_days=3, threshold=5, minimum_gap_days=1, noise=0)
    assert not timing.due(now(past_of(3, None, 2)))
    assert timing.due(now(past_of(3, 1, 2)))


def test_a_schedule_keeps_its_interval_and_jitter_whatever_the_attacks() -> None:
    timing = BySchedule(every_days=10, jitter_days=3, first_day=5)
    assert days_given(timing, [0] * 40) == [5, 15, 25, 35]
    assert days_given(timing, [9] * 40, luck=1) == [8, 21, 34]


def test_when_attacks_are_back_means_back_to_what_they_were_before_the_last_dose() -> None:
    timing = WhenBack(over_days=2, share=0.5, fewest=2, minimum_gap_days=3)
    assert days_given(timing, [5, 5, 1, 1, 1, 1, 3, 3, 0]) == [1, 7]


def test_a_dose_on_given_days_comes_on_these_days() -> None:
    assert days_given(OnDays((2, 5)), [0] * 8) == [2, 5]


def test_two_treatments_that_go_together_are_given_at_the_same_visit() -> None:
    assert AlongWith("infusion").due(now(Past(), given="infusion"))
    assert not AlongWith("infusion").due(now(Past(), given="another"))


def test_either_rule_is_enough() -> None:
    assert days_given(Either((OnDays((1,)), OnDays((3,)))), [0] * 5) == [1, 3]


def test_treatment_stops_once_the_bout_has_ended() -> None:
    timing = InBouts(BySchedule(every_days=2), quiet_days=3)
    assert days_given(timing, [1, 1, 1, 0, 0, 0, 0, 0]) == [1, 3, 5]


def amounts_taken(written: Sequence[int]) -> list[float]:
    rule = RaisedInBouts(
        step=120, top=240, over_days=2, threshold=2, quiet_days=3, step_days=2, base=0
    )
    past, current, since, taken = Past(), 0.0, 0, []
    for day, attacks in enumerate(written):
        amount = rule.amount(day, past, current, since)
        since = since + 1 if amount == current else 1
        current = amount
        taken.append(amount)
        past.write(attacks)
    return taken


def test_a_regimen_is_raised_in_a_bout_and_lowered_after_it() -> None:
    written = [0, 0, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0]
    assert amounts_taken(written) == [0, 0, 0, 120, 120, 240, 240, 240, 240, 120, 120, 0, 0, 0]


@pytest.mark.parametrize(("day", "amount"), [(-50, 0), (-45, 240), (0, 240), (9, 240), (10, 360)])
def test_steps_hold_from_their_day_on(day: int, amount: float) -> None:
    steps = Steps(((-45, 240), (10, 360)))
    assert steps.amount(day, Past(), 0, 0) == amount
    assert steps.first_day == -45
