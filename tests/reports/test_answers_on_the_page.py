import re
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

import surcease
from surcease.analysis.result import (
    Answers,
    ByDoseAmount,
    Checks,
    Estimate,
    Forecast,
    Prevented,
    Verdict,
)
from surcease.effects.by_dose_amount import DoseAmount
from surcease.effects.forecast import WithNextDose
from surcease.effects.influence import Influence, WithoutDose
from surcease.reports import sentences
from surcease.reports.html import render_html
from surcease.simulation import SCENARIOS, simulate

MAGNESIUM = "magnesium_sulfate_iv"


@pytest.fixture(scope="module")
def analysis(root):
    return surcease.analyze(surcease.read(root / "examples" / "published-case"))


def number(median, low, high):
    return Estimate(median, low, high)


def told(analysis, **answers):
    given = Answers(
        forecast=Forecast(
            date(2024, 1, 2),
            date(2024, 1, 31),
            number(21, 8, 40),
            {MAGNESIUM: WithNextDose(number(14, 5, 28), number(6, 1, 17))},
        ),
        **answers,
    )
    page = render_html(replace(analysis, answers=given))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))


def test_the_days_to_come_are_shown_with_and_without_the_next_dose(analysis):
    text = told(analysis)
    assert "No further dose 21 (8 to 40) -" in text
    assert "Magnesium sulfate infusion 14 (5 to 28) 6 (1 to 17)" in text


def test_attacks_prevented_are_shown_with_their_interval(analysis):
    prevented = {MAGNESIUM: Prevented(number(320, 154, 738), number(334, 158, 771))}
    assert "320 attacks (95% interval: 154 to 738) on the known days" in told(
        analysis, prevented=prevented
    )


def test_nothing_is_said_of_attacks_prevented_where_the_diary_cannot_tell(analysis):
    unsure = tuple(replace(each, verdict=Verdict.CANNOT_TELL) for each in analysis.treatments)
    prevented = {MAGNESIUM: Prevented(number(320, 154, 738), number(334, 158, 771))}
    text = told(replace(analysis, treatments=unsure), prevented=prevented)
    assert "Prevented so far" not in text
    assert "14 5 to 28" not in text


def test_attacks_that_were_brought_are_not_called_prevented():
    assert sentences.prevented(number(-40, -90, -5)) == (
        "none; it brought 40 attacks (95% interval: 5 to 90)"
    )


def test_amounts_of_a_dose_are_compared_where_they_vary(analysis):
    compared = ByDoseAmount(
        Verdict.SUGGESTIVE,
        (),
        (DoseAmount(1.0, "g", 8, number(0.4, 0.2, 0.6)),),
        0.93,
    )
    text = told(analysis, by_dose_amount={MAGNESIUM: compared})
    assert "1 g (8 doses): 40% fewer attacks (95% interval: 20% to 60% fewer)" in text
    assert "larger prevents more: very likely (93%)" in text


def test_a_diary_that_says_nothing_has_no_days_to_come():
    page = render_html(surcease.analyze(surcease.Diary("UTC")))
    assert "Nothing can be said about the days to come yet." in page


@pytest.fixture(scope="module")
def checked():
    scenario = replace(SCENARIOS["together"], days=200)
    return surcease.analyze(simulate(scenario, np.random.default_rng(3)).diary, checks=True)


def test_what_would_tell_is_said_where_the_diary_cannot(checked):
    page = render_html(checked)
    assert "What would tell?" in page
    assert "Magnesium sulfate infusion a week after each instead of with it" in page


def test_the_single_dose_that_an_estimate_hangs_on_is_named(analysis):
    outcomes = (0.5, 0.1)
    influence = Influence(
        MAGNESIUM,
        "Magnesium sulfate infusion",
        28,
        number(0.4, 0.2, 0.6),
        tuple(
            WithoutDose(date(2023, 1, nth + 1), number(each, 0.0, 0.7), each - 0.4)
            for nth, each in enumerate(outcomes)
        ),
    )
    page = render_html(replace(analysis, checks={MAGNESIUM: Checks(influence=influence)}))
    assert "Is it really the treatment?" in page
    assert "without the dose of 2 Jan 2023 and the days up to the next, 10% fewer" in page
