from datetime import date, timedelta

from surcease.analysis.result import Bout, DoseLane, Timeline
from surcease.reports.charts.lanes import MOST_MARKS, Mark, lanes_of
from surcease.reports.periods import periods

FIRST = date(2024, 1, 1)


def after(days):
    return FIRST + timedelta(days=days)


def lanes(*doses, attacks=(0,) * 10, bouts=(), length=1):
    nothing = (0.0,) * len(attacks)
    timeline = Timeline(FIRST, attacks, nothing, nothing, nothing, nothing)
    return {lane.name: lane.marks for lane in lanes_of(periods(timeline, length), bouts, doses)}


def test_unknown_days_in_a_row_are_one_mark():
    marks = lanes(attacks=(0, None, None, 0, None))["Not known"]
    assert marks == (Mark("span", after(1), after(2)), Mark("span", after(4), after(4)))


def test_each_dose_of_a_preventive_is_a_mark():
    marks = lanes(DoseLane("a", "A", "preventive", (after(2), after(3))))["A"]
    assert marks == (Mark("dose", after(2), after(2)), Mark("dose", after(3), after(3)))


def test_acute_doses_on_days_in_a_row_are_one_block():
    given = (after(2), after(3), after(3), after(6))
    marks = lanes(DoseLane("a", "A", "acute", given))["A"]
    assert marks == (Mark("doses", after(2), after(3)), Mark("doses", after(6), after(6)))


def test_very_many_doses_are_drawn_as_blocks():
    given = tuple(after(n) for n in range(MOST_MARKS + 1))
    marks = lanes(DoseLane("a", "A", "preventive", given), attacks=(0,) * 500)["A"]
    assert marks == (Mark("doses", after(0), after(MOST_MARKS)),)


def test_a_daily_amount_is_cut_to_the_days_shown():
    stretches = ((after(-30), after(4), 240.0, "mg"), (after(5), after(99), 360.0, "mg"))
    marks = lanes(DoseLane("a", "A", "preventive", stretches=stretches))["A"]
    assert marks == (
        Mark("amount", after(0), after(4), "240 mg"),
        Mark("amount", after(5), after(9), "360 mg"),
    )


def test_the_unit_of_an_amount_is_one_that_people_read():
    stretches = ((after(0), after(9), 10000.0, "[IU]"),)
    marks = lanes(DoseLane("a", "A", "preventive", stretches=stretches))["A"]
    assert marks == (Mark("amount", after(0), after(9), "10,000 IU"),)


def test_what_lies_outside_the_days_shown_is_not_drawn():
    marks = lanes(DoseLane("a", "A", "preventive", (after(-1), after(10))))["A"]
    assert marks == ()


def test_a_treatment_named_like_a_lane_of_ours_keeps_its_own():
    drawn = lanes_of(
        periods(Timeline(FIRST, (1,), (1.0,), (1.0,), (1.0,), (1.0,)), 1),
        [Bout(FIRST, FIRST, 1)],
        [DoseLane("bouts", "Bouts", "preventive", (FIRST,))],
    )
    assert [(lane.name, len(lane.marks)) for lane in drawn] == [
        ("Not known", 0),
        ("Bouts", 1),
        ("Bouts", 1),
    ]
