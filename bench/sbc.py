"""Check the posterior by simulation-based calibration, and keep the ranks.

Truths come from the prior, counts from the model (a simulator that shares no code with the engine),
and the rank of each truth in its posterior has to be uniform. Writes sbc.json with all ranks and a
digest of the model's source, sbc.md and sbc.svg from it. Finished fits are kept under build/sbc, so
that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from oracles import model_simulation
from oracles.model_digest import code_digest, model_digest, problem_digest
from posteriors import quantities, ranks, sbc_problem, wrong_prior
from posteriors.kept import kept
from posteriors.ranks import (
    CLUMPED,
    FIRST_SEED,
    HOPEFUL,
    MODEL,
    NUM_DRAWS,
    STRANGER,
    arrays_of_all,
    rank_truth,
    ranked_names,
)
from posteriors.sbc_chart import chart
from posteriors.sbc_page import page
from posteriors.sbc_verdict import FALSE_ALARM, judge_ranks, strayed

ROOT = Path(__file__).parent.parent
STORED = ROOT / "docs/reference"
KEPT = ROOT / "build/sbc"
ENTRY_MODULES = ("surcease.inference.posterior",)
PROGRESS_EVERY = 50
FEWEST = 10
"""Ranks that a histogram needs."""

type Row = dict[str, Any]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--number", type=int, default=1000, help="how many simulated diaries")
    asked.add_argument("--cores", type=int, default=2)
    asked.add_argument("--into", type=Path, default=STORED, help="folder of the results")
    options = asked.parse_args()
    if options.number < FEWEST:
        asked.error(f"--number must be at least {FEWEST}")
    with ProcessPoolExecutor(options.cores) as pool:
        rows = ranked(pool, MODEL, options.number)
        clumped = ranked(pool, CLUMPED, max(options.number // 4, FEWEST))
    table = tabulate(rows, clumped)
    options.into.mkdir(parents=True, exist_ok=True)
    write(options.into / "sbc.json", json.dumps(table, indent=1) + "\n")
    write(options.into / "sbc.md", page(table))
    write(options.into / "sbc.svg", chart(table) + "\n")


def digests() -> dict[str, str]:
    """Return what the ranks depend on: the model's source, and the problem with its priors."""
    return {
        "digest": model_digest(*ENTRY_MODULES),
        "problem": problem_digest(arrays_of_all().problem),
    }


def ranked(pool: ProcessPoolExecutor, world: str, number: int) -> list[Row]:
    """Return the ranks of the first diaries of a world."""
    judge = code_digest(model_simulation, quantities, ranks, sbc_problem, wrong_prior)
    folder = KEPT / "-".join(each[:12] for each in (*digests().values(), judge))
    rows = []
    for row in pool.map(keep_rank, [folder] * number, [world] * number, range(number)):
        rows.append(row)
        if len(rows) % PROGRESS_EVERY == 0 or len(rows) == number:
            sys.stdout.write(f"{world}: {len(rows)} of {number}\n")
            sys.stdout.flush()
    return rows


def keep_rank(folder: Path, world: str, index: int) -> Row:
    return kept(
        folder / f"{world}-{index}.json".replace(" ", "-"), lambda: rank_truth(world, index)
    )


def tabulate(rows: Sequence[Row], clumped: Sequence[Row]) -> Row:
    found = {
        **{world: by_quantity(world, rows) for world in (MODEL, HOPEFUL, STRANGER)},
        CLUMPED: by_quantity(CLUMPED, clumped),
    }
    judged = {world: judge_ranks(each, NUM_DRAWS) for world, each in found.items()}
    return {
        **digests(),
        "first_seed": FIRST_SEED,
        "simulations": {world: len(next(iter(each.values()))) for world, each in found.items()},
        "days": int(arrays_of_all().problem.opens_day.sum()),
        "draws": NUM_DRAWS,
        "false_alarm": FALSE_ALARM,
        "fits": describe_fits(rows),
        "not_uniform": {world: strayed(each) for world, each in judged.items()},
        "quantities": judged,
        "ranks": {
            world: {name: " ".join(map(str, row)) for name, row in each.items()}
            for world, each in found.items()
        },
    }


def by_quantity(world: str, rows: Sequence[Row]) -> dict[str, list[int]]:
    columns = zip(*(row["ranks"][world] for row in rows), strict=True)
    return {name: list(column) for name, column in zip(ranked_names(), columns, strict=True)}


def describe_fits(rows: Sequence[Row]) -> Row:
    """Return how the fits judge themselves; none of them is left out."""
    pareto_k = np.array([row["pareto_k"] for row in rows])
    efficiency = [row["ess"] / row["draws"] for row in rows]
    return {
        "unreliable": sum(not row["reliable"] for row in rows),
        "pareto_k_below_half": round(float(np.mean(pareto_k < 0.5)), 3),
        "pareto_k_highest": round(float(pareto_k.max()), 2),
        "median_efficiency": round(float(np.median(efficiency)), 3),
        "median_attacks": float(np.median([row["attacks"] for row in rows])),
        "median_unknown_days": float(np.median([row["unknown_days"] for row in rows])),
    }


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
