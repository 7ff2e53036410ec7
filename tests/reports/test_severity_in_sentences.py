import re
from dataclasses import replace

import pytest
from rich.console import Console

from strategies import analyses
from surcease.analysis.result import (
    Answers,
    Estimate,
    Forecast,
    OutcomeEffect,
    SeverityEffect,
    Verdict,
)
from surcease.effects import reasons
from surcease.effects.severity import reasons as severity_reasons
from surcease.reports import severity_sentences as sentences
from surcease.reports.html import render_html
from surcease.reports.terminal import render_terminal

MAGNESIUM = "magnesium_sulfate_iv"
NOTHING = OutcomeEffect(Verdict.CANNOT_TELL, (severity_reasons.NO_DURATIONS,), 0)


def outcome(median, low, high, verdict=Verdict.STRONG, because=()):
    change = Estimate(median, low, high)
    return OutcomeEffect(verdict, because, 572, 300, change, change, 0.93)


def with_severity(**by_treatment):
    analysis = analyses.published_case()
    on, number = analysis.days.to_on, Estimate(20, 8, 40)
    return replace(analysis, answers=Answers(Forecast(on, on, number, {}), severity=by_treatment))


def on_the_page(analysis):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", render_html(analysis)))


def in_the_terminal(analysis, width=100):
    console = Console(width=width)
    with console.capture() as captured:
        render_terminal(analysis, console)
    return " ".join(captured.get().split())


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((-1.2, -1.9, -0.7), "1.2 points milder (95% interval: 0.7 to 1.9 points milder)"),
        ((1.0, -0.5, 2.4), "1 point worse (95% interval: 2.4 points worse to 0.5 points milder)"),
        ((1.6, 0.3, 2.4), "1.6 points worse (95% interval: 0.3 to 2.4 points worse)"),
        ((0.01, -0.04, 1.0), "no change (95% interval: 1 point worse to no change)"),
        ((-0.01, -0.04, 0.04), "no change (95% interval: no change)"),
    ],
)
def test_a_change_of_intensity_is_said_in_points(numbers, text):
    assert sentences.milder(outcome(*numbers)) == text


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ((0.71, 0.5, 0.9), "29% shorter (95% interval: 10% to 50% shorter)"),
        ((1.1, 0.8, 1.6), "10% longer (95% interval: 60% longer to 20% shorter)"),
        ((2.5, 2.1, 4.0), "2.5 times as long (95% interval: 2.1 to 4.0 times as long)"),
        ((1.5, 1.0, 2.2), "50% longer (95% interval: 2.2 times as long to no change)"),
    ],
)
def test_a_ratio_of_durations_is_said_in_percent(numbers, text):
    assert sentences.shorter(outcome(*numbers)) == text


def test_numbers_that_are_none_are_not_known():
    nan = float("nan")
    assert sentences.milder(outcome(nan, nan, nan)) == "not known (95% interval: not known)"
    assert sentences.shorter(NOTHING) == sentences.milder(NOTHING) == "not known"


def test_the_terminal_says_only_what_is_at_least_suggestive():
    milder = SeverityEffect(outcome(-1.2, -1.9, -0.7), outcome(1.0, 0.8, 1.2, Verdict.UNCLEAR))
    text = in_the_terminal(with_severity(**{MAGNESIUM: milder}))
    assert text.count("remaining attacks: 1.2 points milder") == 1
    assert "points milder), ● strong why:" in text
    unclear = SeverityEffect(outcome(-0.1, -1.0, 0.7, Verdict.UNCLEAR), NOTHING)
    assert "remaining attacks" not in in_the_terminal(with_severity(**{MAGNESIUM: unclear}))


def test_a_narrow_terminal_says_it_too():
    shorter = SeverityEffect(NOTHING, outcome(0.7, 0.5, 0.9, Verdict.SUGGESTIVE))
    text = in_the_terminal(with_severity(**{MAGNESIUM: shorter}), width=50)
    assert "30% shorter (95% interval: 10% to 50% shorter), ◐ suggestive" in text


def test_the_page_gives_both_answers_with_what_they_rest_on():
    because = (reasons.INTERVAL_INCLUDES_NO_EFFECT, severity_reasons.MOSTLY_CUT_SHORT)
    unclear = outcome(0.9, 0.7, 1.2, Verdict.UNCLEAR, because)
    both = SeverityEffect(outcome(-1.2, -1.9, -0.7), unclear)
    text = on_the_page(with_severity(**{MAGNESIUM: both}))
    assert text.count("How bad are the attacks that remain?") == 1
    assert "● strong: 1.2 points milder (95% interval: 0.7 to 1.9 points milder)" in text
    assert "from 572 attacks, 300 of them while it was acting" in text
    assert "an acute treatment was taken in most attacks" in text


def test_where_nothing_can_be_told_the_page_says_why_and_no_number():
    assumed = outcome(-0.8, -2.0, 0.4, Verdict.CANNOT_TELL, (reasons.POSTERIOR_LIKE_PRIOR,))
    text = on_the_page(with_severity(**{MAGNESIUM: SeverityEffect(assumed, NOTHING)}))
    assert "0.8 points milder" not in text
    assert "Why “cannot tell”: no attack has an end." in text


def test_without_an_answer_nothing_is_said():
    analysis = analyses.published_case()
    assert "attacks that remain" not in on_the_page(analysis)
    assert "remaining attacks" not in in_the_terminal(analysis)
