import pytest
from hypothesis import given, settings

from strategies.courses import course_of, course_texts, days_of, edition
from surcease.course.subtype import Reason, subtype

ICHD_3 = edition("ICHD-3")


def said(text):
    days, _, bouts = course_of(text)
    return subtype(bouts, days, days[-1].on, ICHD_3)


def test_a_remission_that_nobody_wrote_down_is_not_shown():
    finding = said("30 bout, 120 unknown, 30 bout")
    assert finding.subtype == "undetermined"
    assert finding.because == (Reason.UNKNOWN_DAYS,)


def test_six_unknown_days_in_an_observed_remission_hide_no_bout_and_seven_do():
    assert said("30 bout, 60 none, 6 unknown, 60 none, 30 bout").subtype == "episodic"
    assert said("30 bout, 60 none, 7 unknown, 60 none, 30 bout").because == (Reason.UNKNOWN_DAYS,)


def test_a_remission_must_be_mostly_observed():
    observed = ", ".join(["1 none, 1 unknown"] * 50) + ", 1 none"
    assert said(f"30 bout, {observed}, 30 bout").subtype == "episodic"
    guessed = ", ".join(["1 none, 2 unknown"] * 40) + ", 1 none"
    assert said(f"30 bout, {guessed}, 30 bout").because == (Reason.UNKNOWN_DAYS,)


def test_unknown_days_beside_a_bout_are_no_part_of_the_remission():
    assert said("30 bout, 5 unknown, 90 none, 30 bout").subtype == "episodic"
    assert said("30 bout, 5 unknown, 89 none, 30 bout").because == (Reason.UNKNOWN_DAYS,)


def test_unknown_days_that_might_make_a_bout_long_enough_leave_it_open():
    assert said("30 bout, 200 none, 6 bout, 9 none").because == (Reason.FEWER_THAN_TWO_BOUTS,)
    assert said("30 bout, 200 none, 6 bout, 1 unknown, 9 none").because == (Reason.UNKNOWN_DAYS,)


def test_chronic_needs_no_observed_silence_while_attacks_keep_coming():
    assert said(", ".join(["1 bout, 80 unsure"] * 6)).subtype == "chronic"


def test_three_unknown_months_at_the_end_could_be_a_remission():
    assert said("400 bout, 89 unknown").subtype == "chronic"
    assert said("400 bout, 90 unknown").because == (Reason.UNKNOWN_DAYS,)


def test_a_gap_in_the_diary_that_could_hide_a_remission_leaves_chronic_open():
    assert said("200 bout, 100 unknown, 200 bout").because == (Reason.UNKNOWN_DAYS,)


def test_episodic_once_shown_survives_a_later_gap_shorter_than_a_year():
    assert said("30 bout, 100 none, 30 bout, 100 none, 200 unknown").subtype == "episodic"


def test_an_unknown_today_changes_nothing():
    for text in ("400 bout", "30 bout, 100 none, 30 bout", "400 bout, 100 none"):
        assert said(f"{text}, 1 unknown") == said(text)


@given(course_texts())
@settings(derandomize=True, deadline=None, max_examples=150)
def test_learning_that_unknown_days_were_free_never_overturns_a_subtype(text):
    if not text:
        return
    days, _, bouts = course_of(text)
    on = days[-1].on
    before = subtype(bouts, days, on, ICHD_3).subtype
    learnt = days_of([each.attacks or 0 for each in days])
    assert before in {"undetermined", subtype(bouts, learnt, on, ICHD_3).subtype}


@given(course_texts(), course_texts())
@settings(derandomize=True, deadline=None, max_examples=100)
def test_nothing_after_the_date_is_used(text, later):
    if not text:
        return
    days, _, bouts = course_of(text)
    more = days_of([each.attacks for each in days] + [0, None, 3] * len(later))
    on = days[-1].on
    assert subtype(bouts, more, on, ICHD_3) == subtype(bouts, days, on, ICHD_3)


@pytest.mark.parametrize("stretch", ["30 unknown", "200 unknown", "400 unknown"])
def test_unknown_days_before_the_first_attack_say_nothing(stretch):
    assert said(f"{stretch}, 400 bout").subtype == "chronic"
    assert said(f"{stretch}, 30 bout").because == (Reason.FEWER_THAN_TWO_BOUTS,)
