from dataclasses import replace

import pytest

from strategies.checks import influence, outlook, placebo, window, would_tell
from surcease.effects.continuations import Continuation, Kind
from surcease.reports import check_sentences
from surcease.reports.window_stretches import stretches


def test_real_dates_that_stand_out_are_said_to():
    assert check_sentences.placebo(placebo()) == (
        "Over 28 days: 37% fewer with the real dates. Of these and 100 patterns of the same doses "
        "on other days, 1% (give or take 1%) have at least as large a reduction. The real dates "
        "stand out."
    )


def test_real_dates_like_any_others_are_said_not_to_stand_out():
    said = check_sentences.placebo(placebo(share=0.4, share_error=0.0))
    assert "40% have at least" in said
    assert said.endswith("The real dates do not stand out.")


def test_real_dates_with_more_attacks_than_others_are_not_called_a_success():
    said = check_sentences.placebo(placebo(share=0.99))
    assert said.endswith("The real dates stand out by more attacks, not fewer.")


def test_the_dose_that_matters_most_is_named_with_what_it_changes():
    assert check_sentences.influence(influence(0.01, -0.2, 0.0)) == (
        "Over 28 days: 37% fewer; without the dose of 7 Feb 2023 and the days up to the next, "
        "17% fewer. That dose matters most."
    )


def test_where_no_dose_moves_much_that_is_said():
    said = check_sentences.influence(influence(0.01, -0.02, 0.0))
    assert said.endswith("35% fewer. No single dose moves it further.")


def test_one_dose_is_all_there_is():
    assert check_sentences.influence(influence(-0.3)) == (
        "Over 28 days: 37% fewer, and it all hangs on the one dose of 10 Jan 2023."
    )


def test_the_weeks_before_and_after_a_dose_are_set_side_by_side():
    assert check_sentences.window(window()) == (
        "39 doses. In the week before: 2.0 attacks a day. In the week after: 1.1; fitted 1.1, and "
        "2.1 had the doses not been given."
    )


def test_a_window_without_known_days_after_the_dose_says_so():
    seen = window()
    before = replace(seen, by_day=tuple(each for each in seen.by_day if each.day < 0))
    assert check_sentences.window(before) == (
        "39 doses; the week before or after is not known of any."
    )


def test_a_window_is_gathered_by_weeks_and_by_parts_of_the_day():
    names = [each.name for each in stretches(window())]
    assert names[:2] == ["22 to 28 days before", "15 to 21 days before"]
    assert names[4:7] == ["same day, before", "same day, after", "1 to 7 days after"]
    assert names[-1] == "50 to 56 days after"


def test_rates_of_a_week_count_each_known_day_alike():
    seen = window()
    (first, *others) = (each for each in seen.by_day if 1 <= each.day <= 7)
    much = replace(first, known_days=1e6, attacks_a_day=9.0)
    (week,) = (
        each
        for each in stretches(replace(seen, by_day=(much, *others)))
        if each.name == "1 to 7 days after"
    )
    assert week.attacks == pytest.approx(9.0, rel=1e-3)


def test_what_would_tell_is_said_with_its_chance():
    hardly, more = map(check_sentences.would_tell, would_tell().outlooks)
    assert hardly == (
        "4 more doses at the usual interval (112 more days) would hardly tell more: a verdict of "
        "suggestive or strong would have a chance of about 0%."
    )
    assert more == (
        "4 more doses at the usual interval, Greater occipital nerve block a week after each "
        "instead of with it (112 more days) would tell more: the interval would be about 28% "
        "narrower, and a verdict of suggestive or strong would have a chance of about 75%."
    )


def test_more_days_are_said_without_doses():
    said = check_sentences.would_tell(outlook(Continuation(Kind.DAYS, 0, 84), 0.9, 0.25))
    assert said.startswith("84 more days would tell a little more: the interval would be about 10%")


@pytest.mark.parametrize("width", [0.3, 0.9, 1.0])
def test_nothing_is_ever_advised(width):
    said = check_sentences.would_tell(outlook(Continuation(Kind.DOSES, 1, 28), width, 0.5))
    assert "tell" in said
    assert not {"should", "must", "try", "recommend", "advise", "better"} & set(said.split())
