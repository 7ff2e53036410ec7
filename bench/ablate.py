"""Take away one part of the model at a time, and see what the intervals still hold.

Writes docs/reference/ablation.json, with a digest of the model's source, and ablation.md from it.
Finished rows are kept under build/ablation, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import Any

import numpy as np

from calibration import ablations
from calibration.ablation_page import line, page
from calibration.ablations import ABLATIONS
from calibration.cells import scenario_of
from calibration.judge import compared, holds
from calibration.summary import mean, share
from oracles.model_digest import calibrated_digest, code_digest
from posteriors.kept import kept
from surcease.analysis.fitted import diary_arrays
from surcease.diary import Diary
from surcease.effects.arrays import Arrays, starting_points
from surcease.effects.effect import Verdict
from surcease.effects.given import given_treatments
from surcease.effects.treatment_effects import treatment_effects
from surcease.inference.posterior import Method, fit
from surcease.simulation import simulate

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/reference/ablation.json"
PAGE = ROOT / "docs/reference/ablation.md"
KEPT = ROOT / "build/ablation"
FIRST_SEED = 100_000
WHOLE = "nothing"

type Row = dict[str, Any]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--diaries", type=int, default=100, help="how many for each row")
    asked.add_argument("--cores", type=int, default=2)
    options = asked.parse_args()
    digest = calibrated_digest()
    folder = KEPT / f"{digest[:12]}-{code_digest(ablations)[:12]}"
    with ProcessPoolExecutor(options.cores) as pool:
        rows = list(compare_all(pool, folder, options.diaries))
    table = {"digest": digest, "first_seed": FIRST_SEED, "rows": rows}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(table), encoding="utf-8")


def compare_all(pool: ProcessPoolExecutor, folder: Path, num_diaries: int) -> Iterator[Row]:
    """Yield for each part and cell the whole model, then the model without that part."""
    seeds = range(FIRST_SEED, FIRST_SEED + num_diaries)
    for index, ablation in enumerate(ABLATIONS):
        for cell in ablation.cells:
            for name, which in ((WHOLE, None), (str(index), index)):
                file = folder / f"{cell}-{name}-{num_diaries}.json"

                def judged(cell: str = cell, which: int | None = which) -> Row:
                    return {"diaries": list(pool.map(judge, repeat(cell), repeat(which), seeds))}

                row = summary(ablation.part, cell, which is None, kept(file, judged)["diaries"])
                sys.stdout.write(line(row) + "\n")
                sys.stdout.flush()
                yield row


def judge(cell: str, which: int | None, seed: int) -> Row:
    """Return what the estimate of a cell's first treatment got right, with or without a part."""
    rng = np.random.default_rng(seed)
    simulated = simulate(scenario_of(cell, rng), rng)
    build: Callable[[Diary], Arrays] = diary_arrays if which is None else ABLATIONS[which].without
    arrays = build(simulated.diary)
    problem = arrays.problem
    posterior = fit(np.random.default_rng(0), problem, starting_points(problem), Method.IMPORTANCE)
    effects = treatment_effects(arrays, posterior, given_treatments(simulated.diary))
    truth = simulated.truth.treatments[0]
    effect = next((each for each in effects if each.treatment == truth.treatment), None)
    if effect is None or effect.reduction is None:  # never given in this diary
        return {"held": None, "error": None, "width": None, "strong": None}
    true, estimate = next(iter(compared(truth, effect).values()))
    return {
        "held": holds(estimate.low, true, estimate.high),
        "error": estimate.median - true,
        "width": estimate.high - estimate.low,
        "strong": effect.verdict is Verdict.STRONG,
    }


def summary(part: str, cell: str, whole: bool, rows: list[Row]) -> Row:
    return {
        "part": part,
        "cell": cell,
        "whole": whole,
        "diaries": sum(row["held"] is not None for row in rows),
        "held": share(row["held"] for row in rows),
        "bias": mean(row["error"] for row in rows),
        "width": mean(row["width"] for row in rows),
        "strong": share(row["strong"] for row in rows),
    }


if __name__ == "__main__":
    main()
