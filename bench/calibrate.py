"""Judge the engine against simulated diaries whose truth is known, and keep the table.

For each scenario of the simulator many diaries are analysed; counted is how often an interval holds
the truth, beside the two usual methods on the same diaries. Writes docs/reference/calibration.json,
with a digest of the model's source that a test compares, and calibration.md from it.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from oracles.rivals import before_after_interval, regression_interval
from surcease.analysis.fitted import fit_diary
from surcease.effects.effect import TreatmentEffect, Verdict
from surcease.effects.treatment_effects import treatment_effects
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, Simulated, TreatmentTruth, simulate

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/reference/calibration.json"
PAGE = ROOT / "docs/reference/calibration.md"
MODEL = ("src/surcease/inference", "src/surcease/effects", "src/surcease/simulation")
WITHOUT_TREATMENT = ("acute_only",)
FIRST_SEED = 100_000
PERIODS = (14, 28, 56, 84)

PREFACE = """\
# Calibration

Written by `make calibrate`; nothing here is typed by hand. Each row is one treatment in one
[scenario of the simulator](simulator.md), over that many simulated diaries.

- *held*: the share of 95% intervals that hold the truth, of the mean effect over the first 14, 28,
  56 and 84 days after a dose, or of the effect at each daily amount; *error* is the Monte Carlo
  standard error of a true 95%.
- *bias*: the mean of estimate minus truth on the scale of the reduction, for the first of these.
- *due*: the share of 80% intervals of the next due date that hold the day of half effect.
- *regression*, *before/after*: the usual methods' 95% intervals for the first 14 days, on the same
  diaries.
"""

type Row = dict[str, Any]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--diaries", type=int, default=300, help="how many for each scenario")
    asked.add_argument("--scenario", action="append", choices=sorted(SCENARIOS))
    asked.add_argument("--cores", type=int, default=2)
    options = asked.parse_args()
    names = options.scenario or [each for each in SCENARIOS if each not in WITHOUT_TREATMENT]
    with ProcessPoolExecutor(options.cores) as pool:
        cells = [row for name in names for row in run_cell(pool, name, options.diaries)]
    table = {"digest": model_digest(), "first_seed": FIRST_SEED, "cells": cells}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(table), encoding="utf-8")


def model_digest() -> str:
    """Return the SHA-256 of every source and data file that a result depends on."""
    whole = sha256()
    for folder in MODEL:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {".py", ".toml"}:
                whole.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return whole.hexdigest()


def run_cell(pool: ProcessPoolExecutor, scenario: str, num_diaries: int) -> list[Row]:
    """Return one row for each preventive treatment of a scenario."""
    seeds = range(FIRST_SEED, FIRST_SEED + num_diaries)
    judged = list(pool.map(judge_diary, [scenario] * num_diaries, seeds, chunksize=4))
    treatments = dict.fromkeys(row["treatment"] for rows in judged for row in rows)
    cells = [
        summarise(scenario, name, [r for rows in judged for r in rows if r["treatment"] == name])
        for name in treatments
    ]
    for cell in cells:
        sys.stdout.write(line(cell) + "\n")
        sys.stdout.flush()
    return cells


def judge_diary(scenario: str, seed: int) -> list[Row]:
    """Analyse one simulated diary; return what each treatment's estimates got right."""
    simulated = simulate(SCENARIOS[scenario], np.random.default_rng(seed))
    fitted = fit_diary(simulated.diary, seed=0, method=Method.IMPORTANCE)
    if fitted is None:
        return []
    effects = treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
    by_key = {each.treatment: each for each in effects}
    return [
        judge_treatment(simulated, truth, by_key[truth.treatment], fitted.posterior.pareto_k)
        for truth in simulated.truth.treatments
        if truth.treatment in by_key
    ]


def judge_treatment(
    simulated: Simulated, truth: TreatmentTruth, effect: TreatmentEffect, pareto_k: float
) -> Row:
    row: Row = {
        "treatment": truth.treatment,
        "verdict": effect.verdict.value,
        "null": truth.rate_ratio == 1.0,
        "fewer": effect.probability_fewer_attacks,
        "pareto_k": pareto_k,
        "held": {},
        "error": {},
    }
    for period, reduction in truth.reduction_over.items():
        judge_estimate(row, str(period), reduction, effect.reduction_over[period])
    for amount in effect.by_amount:
        reduction = truth.reduction_by_amount.get(amount.amount_per_day)
        if reduction is not None:
            judge_estimate(row, f"{amount.amount_per_day:g}", reduction, amount.reduction)
    if truth.days_to_half is not None and effect.next_due is not None:
        latest = effect.last_on.toordinal() + truth.days_to_half
        due = effect.next_due
        row["due_held"] = due.low.toordinal() <= latest <= due.high.toordinal() + 1
    if truth.reduction_over:
        first = PERIODS[0]
        for name, rival in (("regression", regression_interval), ("before", before_after_interval)):
            low, high = rival(simulated.diary, truth.treatment, first)
            row[name] = bool(low <= truth.reduction_over[first] <= high)
    return row


def judge_estimate(row: Row, name: str, truth: float, estimate: Any) -> None:
    row["held"][name] = bool(estimate.low <= truth <= estimate.high)
    row["error"][name] = estimate.median - truth


def summarise(scenario: str, treatment: str, rows: Sequence[Row]) -> Row:
    names = dict.fromkeys(name for row in rows for name in row["held"])
    return {
        "scenario": scenario,
        "treatment": treatment,
        "diaries": len(rows),
        "coverage": {
            name: share(r["held"][name] for r in rows if name in r["held"]) for name in names
        },
        "bias": {
            name: round(float(np.mean([r["error"][name] for r in rows if name in r["error"]])), 3)
            for name in names
        },
        "strong": share(row["verdict"] == Verdict.STRONG for row in rows),
        "cannot_tell": share(row["verdict"] == Verdict.CANNOT_TELL for row in rows),
        "due": share(row["due_held"] for row in rows if "due_held" in row),
        "regression": share(row["regression"] for row in rows if "regression" in row),
        "before_after": share(row["before"] for row in rows if "before" in row),
        "pareto_k_over_half": share(row["pareto_k"] > 0.5 for row in rows),
    }


def share(held: Iterable[bool]) -> float | None:
    values = list(held)
    return round(sum(values) / len(values), 3) if values else None


def page(table: Row) -> str:
    columns = (
        "scenario", "treatment", "diaries", "held", "error", "bias", "strong", "cannot tell", "due",
        "regression held", "before/after held",
    )  # fmt: skip
    rows = ["| " + " | ".join(columns) + " |", "|" + "---|" * len(columns)]
    return "\n".join([PREFACE, *rows, *(line(cell) for cell in table["cells"])]) + "\n"


def line(cell: Row) -> str:
    held = ", ".join(percent(each) for each in cell["coverage"].values())
    error = percent(float(np.sqrt(0.95 * 0.05 / cell["diaries"])))
    bias = next(iter(cell["bias"].values()), 0.0)
    texts = (
        cell["scenario"], cell["treatment"], str(cell["diaries"]), held, error, f"{bias:+.3f}",
        percent(cell["strong"]), percent(cell["cannot_tell"]), percent(cell["due"]),
        percent(cell["regression"]), percent(cell["before_after"]),
    )  # fmt: skip
    return "| " + " | ".join(texts) + " |"


def percent(value: float | None) -> str:
    return "" if value is None else f"{100 * value:.0f}%"


if __name__ == "__main__":
    main()
