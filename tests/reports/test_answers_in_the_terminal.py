from dataclasses import replace
from datetime import date

import pytest
from tests.reports.reading import terminal_of
from tests.strategies.analyses import published_case

from strategies.checks import influence, placebo, window, would_tell
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
from surcease.reports import sentences

MAGNESIUM = "magnesium_sulfate_iv"
AHEAD = Forecast(
    date(2025, 1, 1),
    date(2025, 1, 30),
    Estimate(21, 8, 40),
    {MAGNESIUM: WithNextDose(Estimate(14, 5, 28), Estimate(6, 1, 17))},
)


def shown(verdict=Verdict.STRONG, checks=None, **answers):
    case = published_case()
    effects = (replace(case.treatments[2], verdict=verdict),)
    said = terminal_of(
        replace(
            case,
            treatments=effects,
            answers=Answers(AHEAD, **answers),
            checks={MAGNESIUM: checks} if checks else None,
        )
    )
    return " ".join(said.split())


def test_the_days_to_come_stand_with_and_without_the_next_dose():
    said = shown()
    assert "no further dose 21 (8 to 40) -" in said
    assert "Magnesium sulfate infusion 14 (5 to 28) 6 (1 to 17)" in said


def test_no_next_dose_is_shown_of_what_the_diary_cannot_tell():
    assert "14 (5 to 28)" not in shown(Verdict.CANNOT_TELL)


def test_attacks_prevented_are_said():
    prevented = {MAGNESIUM: Prevented(Estimate(320, 154, 738), Estimate(334, 158, 771))}
    assert "prevented so far: 320 attacks (95% interval: 154 to 738)" in shown(prevented=prevented)
    assert "prevented so far" not in shown(Verdict.CANNOT_TELL, prevented=prevented)


def test_an_interval_from_more_attacks_to_fewer_says_which_end_is_which():
    said = sentences.prevented(Estimate(504, -42, 1330))
    assert said == "504 attacks (95% interval: 42 more attacks to 1,330)"


def test_amounts_that_are_alike_are_said_to_tell_nothing():
    alike = {MAGNESIUM: ByDoseAmount(Verdict.CANNOT_TELL, ("amounts_alike",))}
    assert "amount of a dose: ? cannot tell: the amounts hardly varied" in shown(
        by_dose_amount=alike
    )


def test_amounts_that_were_not_told_apart_are_shown_with_the_reason_and_a_readable_unit():
    compared = ByDoseAmount(
        Verdict.CANNOT_TELL,
        ("posterior_like_prior",),
        (DoseAmount(2.0, "g{MgSO4}", 20, Estimate(0.4, 0.1, 0.6)),),
        0.54,
    )
    said = shown(by_dose_amount={MAGNESIUM: compared})
    assert "? cannot tell: the diary adds hardly anything" in said
    assert "larger prevents more: about as likely as not (54%)" in said
    assert "2 g MgSO4 (20 doses): 40% fewer attacks" in said


CHECKED = Checks(
    placebo_dates=placebo(),
    dose_window=window(),
    influence=influence(0.01, -0.02),
    would_tell=would_tell(),
)


@pytest.mark.parametrize("label", ["other dates", "around a dose", "without one dose"])
def test_checks_are_said_of_what_is_told(label):
    assert f"{label}: " in shown(checks=CHECKED)
    assert f"{label}: " not in shown(Verdict.CANNOT_TELL, checks=CHECKED)


def test_what_would_tell_is_said_above_all_where_the_diary_cannot():
    assert "what would tell: " in shown(Verdict.CANNOT_TELL, checks=CHECKED)
