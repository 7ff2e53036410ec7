from datetime import date, timedelta

import pytest

from strategies.courses import course_of, edition
from surcease.course.subtype import Reason, Subtype, subtype
from surcease.diary.events import Span

ICHD_2 = edition("ICHD-2")
ICHD_3 = edition("ICHD-3")


def said(text, criteria=ICHD_3, treated=()):
    days, _, bouts = course_of(text)
    return subtype(bouts, days, days[-1].on, criteria, treated)


@pytest.mark.parametrize(
    ("pause", "criteria", "expected"),
    [
        (90, ICHD_3, Subtype.EPISODIC),
        (89, ICHD_3, Subtype.UNDETERMINED),
        (30, ICHD_2, Subtype.EPISODIC),
        (29, ICHD_2, Subtype.UNDETERMINED),
    ],
)
def test_two_bouts_are_episodic_when_a_whole_remission_lies_between(pause, criteria, expected):
    finding = said(f"30 bout, {pause} none, 30 bout", criteria)
    assert finding.subtype is expected
    assert finding.criteria == criteria.name


@pytest.mark.parametrize(("length", "expected"), [(6, "undetermined"), (7, "episodic")])
def test_a_bout_takes_seven_days(length, expected):
    assert said(f"30 bout, 200 none, {length} bout").subtype == expected


def test_a_bout_of_a_year_still_counts_as_one_and_a_longer_one_does_not():
    assert said("30 bout, 100 none, 365 bout, 100 none").subtype == "episodic"
    finding = said("30 bout, 100 none, 366 bout, 100 none")
    assert finding.subtype == "undetermined"
    assert finding.because == (Reason.REMISSION_AFTER_CHRONIC, Reason.FEWER_THAN_TWO_BOUTS)


@pytest.mark.parametrize(("length", "expected"), [(364, "undetermined"), (365, "chronic")])
def test_a_year_of_attacks_without_a_remission_is_chronic(length, expected):
    assert said(f"{length} bout").subtype == expected


def test_short_remissions_are_chronic_by_three_months_and_episodic_by_one():
    text = "30 bout, 60 none, " * 5 + "30 bout"
    assert said(text).subtype == "chronic"
    assert said(text, ICHD_2).subtype == "episodic"


def test_one_bout_so_far_is_neither():
    finding = said("30 bout, 300 none")
    assert finding.subtype == "undetermined"
    assert finding.because == (Reason.FEWER_THAN_TWO_BOUTS,)


def test_two_bouts_without_a_remission_between_are_neither_before_a_year():
    finding = said("30 bout, 60 none, 30 bout")
    assert finding.because == (Reason.NO_REMISSION_BETWEEN_BOUTS,)


def test_chronic_with_a_remission_of_a_hundred_days_is_no_longer_chronic_and_not_yet_episodic():
    assert said("800 bout, 89 none").subtype == "chronic"
    finding = said("800 bout, 100 none")
    assert finding.subtype == "undetermined"
    assert Reason.REMISSION_AFTER_CHRONIC in finding.because


def test_episodic_long_ago_then_a_year_without_remission_is_chronic():
    assert said("30 bout, 200 none, 30 bout, 200 none, 400 bout").subtype == "chronic"


def test_episodic_stays_so_through_years_of_remission():
    assert said("30 bout, 200 none, 30 bout, 2000 none").subtype == "episodic"


def test_a_stray_attack_breaks_a_remission():
    assert said("30 bout, 120 none, 30 bout").subtype == "episodic"
    assert said("30 bout, 60 none, 1 stray, 59 none, 30 bout").subtype == "undetermined"
    assert said("30 bout, 90 none, 1 stray, 29 none, 30 bout").subtype == "episodic"


def test_stray_attacks_that_leave_no_remission_for_a_year_are_chronic_and_said_to_be_the_cause():
    between = "60 none, 1 stray, 59 none"
    finding = said(", ".join(["30 bout", between] * 3) + ", 30 bout")
    assert finding.subtype == "chronic"
    assert finding.because == (Reason.NO_REMISSION_FOR_A_YEAR, Reason.ATTACKS_OUTSIDE_BOUTS)


def test_stray_attacks_alone_are_not_chronic():
    assert said(", ".join(["1 stray, 60 none"] * 10)).subtype == "undetermined"


def test_a_short_bout_does_not_count_but_its_treatment_is_said():
    days, _, _ = course_of("30 bout, 200 none, 4 bout, 50 none")
    treated = [Span(days[231].on, days[240].on)]
    finding = said("30 bout, 200 none, 4 bout, 50 none", treated=treated)
    assert finding.because == (Reason.FEWER_THAN_TWO_BOUTS, Reason.SHORT_BOUT_TREATED)
    untreated = said("30 bout, 200 none, 4 bout, 50 none", treated=[Span(days[0].on, days[9].on)])
    assert untreated.because == (Reason.FEWER_THAN_TWO_BOUTS,)


@pytest.mark.parametrize("on", [date(1990, 1, 1), date(2020, 1, 1), date(2020, 2, 1)])
def test_before_the_first_attack_nothing_is_said(on):
    days, _, bouts = course_of("40 none, 400 bout")
    finding = subtype(bouts, days, on, ICHD_3)
    assert finding.subtype == "undetermined"
    assert finding.because == (Reason.NO_ATTACKS,)


@pytest.mark.parametrize("text", ["1 none", "1 unknown", "300 none"])
def test_a_diary_without_attacks_has_no_subtype(text):
    assert said(text).because == (Reason.NO_ATTACKS,)


def test_no_days_at_all_have_no_subtype():
    assert subtype((), (), date(2020, 1, 1), ICHD_3).because == (Reason.NO_ATTACKS,)


def test_one_attack_is_neither():
    assert said("1 bout").subtype == "undetermined"


def test_days_after_the_diary_ends_are_unknown():
    days, _, bouts = course_of("400 bout")
    later = days[-1].on + timedelta(days=89)
    assert subtype(bouts, days, later, ICHD_3).subtype == "chronic"
    finding = subtype(bouts, days, later + timedelta(days=1), ICHD_3)
    assert finding.because == (Reason.UNKNOWN_DAYS,)
