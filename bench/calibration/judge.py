"""One simulated diary, analysed and compared with its truth."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import numpy as np

from calibration.cells import scenario_of
from oracles.rivals import RIVALS, usual_amount
from surcease.analysis.fitted import fit_diary
from surcease.effects.effect import TreatmentEffect
from surcease.effects.estimate import Estimate
from surcease.effects.treatment_effects import treatment_effects
from surcease.inference.posterior import Method
from surcease.reports.sentences import due_is_told
from surcease.simulation import Simulated, TreatmentTruth, simulate

FIRST_PERIOD = 14

type Row = dict[str, Any]


def judge_diary(cell: str, seed: int) -> list[Row]:
    """Return what the estimates of each preventive treatment got right."""
    rng = np.random.default_rng(seed)
    simulated = simulate(scenario_of(cell, rng), rng)
    fitted = fit_diary(simulated.diary, seed=0, method=Method.IMPORTANCE)
    if fitted is None:
        return []
    effects = treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
    by_key = {each.treatment: each for each in effects}
    latest = {each.key: each.doses[-1].given_at.local for each in fitted.treatments if each.doses}
    return [
        judge_treatment(simulated, truth, by_key[truth.treatment])
        | {"due_held": due_held(truth, by_key[truth.treatment], latest.get(truth.treatment))}
        | {"seed": seed, "pareto_k": fitted.posterior.pareto_k, "ess": fitted.posterior.ess}
        for truth in simulated.truth.treatments
        if truth.treatment in by_key
    ]


def judge_treatment(simulated: Simulated, truth: TreatmentTruth, effect: TreatmentEffect) -> Row:
    estimates = compared(truth, effect)
    return {
        "treatment": truth.treatment,
        "verdict": effect.verdict.value,
        "because": list(effect.because),
        "helps": truth.rate_ratio < 1.0,
        "null": truth.rate_ratio == 1.0,
        "fewer": effect.probability_fewer_attacks,
        "median": {name: estimate.median for name, (_, estimate) in estimates.items()},
        "error": {name: est.median - true for name, (true, est) in estimates.items()},
        "held": {name: holds(est.low, true, est.high) for name, (true, est) in estimates.items()},
        "rivals": judge_rivals(simulated, truth),
    }


def compared(truth: TreatmentTruth, effect: TreatmentEffect) -> dict[str, tuple[float, Estimate]]:
    """Return (truth, estimate) of every reduction that the analysis states, by period or amount."""
    over = {
        f"{days} d": (true, effect.reduction_over[days])
        for days, true in truth.reduction_over.items()
        if days in effect.reduction_over
    }
    by_amount = {
        f"{each.amount_per_day:g} {each.unit}": (
            truth.reduction_by_amount[each.amount_per_day],
            each.reduction,
        )
        for each in effect.by_amount
        if each.amount_per_day in truth.reduction_by_amount
    }
    return over | by_amount


def due_held(
    truth: TreatmentTruth, effect: TreatmentEffect, latest: datetime | None
) -> bool | None:
    """Tell whether the next due date, where one is shown, holds the true day of half effect."""
    due, half = effect.next_due, truth.days_to_half
    if latest is None or due is None or half is None or not due_is_told(effect):
        return None
    return due.low <= (latest + timedelta(days=half)).date() <= due.high


def judge_rivals(simulated: Simulated, truth: TreatmentTruth) -> dict[str, bool]:
    """Return whether the usual methods' 95% intervals hold the truth."""
    diary = simulated.diary
    if truth.reduction_over:
        period, true = FIRST_PERIOD, truth.reduction_over[FIRST_PERIOD]
    else:
        period, true = None, truth.reduction_by_amount[usual_amount(diary, truth.treatment)]
    intervals = {name: rival(diary, truth.treatment, period) for name, rival in RIVALS.items()}
    return {name: holds(low, true, high) for name, (low, high) in intervals.items()}


def holds(low: float, true: float, high: float) -> bool:
    return bool(low <= true <= high)
