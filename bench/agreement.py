"""Compare importance sampling with NUTS on simulated diaries, and keep the result.

Writes agreement.json, with a digest of the model's source, and agreement.md from it. Finished
diaries are kept under build/agreement, so that a run that was stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from oracles.model_digest import code_digest, model_digest, problem_digest
from posteriors import against_nuts, diaries, quantities, wrong_prior
from posteriors.against_nuts import NUM_CHAINS, RUNS, compare
from posteriors.agreement_page import page
from posteriors.agreement_verdict import CHAIN_ERRORS, TOLERANCE, WORST_K, summarise
from posteriors.diaries import FIRST_SEED, arrays_of, subject
from posteriors.kept import as_json, kept

ROOT = Path(__file__).parent.parent
STORED = ROOT / "docs/reference"
KEPT = ROOT / "build/agreement"
ENTRY_MODULES = ("surcease.inference.posterior", "surcease.inference.nuts")

type Row = dict[str, Any]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--number", type=int, default=50, help="how many simulated diaries")
    asked.add_argument("--cores", type=int, default=2)
    asked.add_argument("--into", type=Path, default=STORED, help="folder of the results")
    options = asked.parse_args()
    table = tabulate(compare_all(options.number, options.cores))
    options.into.mkdir(parents=True, exist_ok=True)
    (options.into / "agreement.json").write_text(as_json(table, "diaries"), encoding="utf-8")
    (options.into / "agreement.md").write_text(page(table), encoding="utf-8")


def compare_all(number: int, cores: int) -> list[Row]:
    judge = code_digest(against_nuts, diaries, quantities, wrong_prior)
    folder = KEPT / f"{model_digest(*ENTRY_MODULES)[:12]}-{judge[:12]}"
    rows = []
    with ProcessPoolExecutor(cores) as pool:
        for row in pool.map(compare_nth, [folder] * number, range(number)):
            rows.append(row)
            sys.stdout.write(f"{len(rows)} of {number}: {line(row)}\n")
            sys.stdout.flush()
    return rows


def compare_nth(folder: Path, index: int) -> Row:
    """Return what an earlier run found for the very same arrays, or compare."""
    of = subject(index)
    digest = problem_digest(arrays_of(of).problem)
    return kept(folder / f"{of.scenario}-{of.seed}-{digest[:12]}.json", lambda: compare(of))


def line(row: Row) -> str:
    widest = max(abs(gap["mean"]) for gap in row["gaps"].values())
    return (
        f"{row['scenario']}, {row['days']} days, k {row['pareto_k']:.2f}, "
        f"R-hat {row['nuts_rhat']:.3f}, widest gap of means {widest:.2f}"
    )


def tabulate(rows: Sequence[Row]) -> Row:
    return {
        "digest": model_digest(*ENTRY_MODULES),
        "first_seed": FIRST_SEED,
        "chains": NUM_CHAINS,
        "draws": RUNS[0],
        "tolerance": TOLERANCE,
        "chain_errors": CHAIN_ERRORS,
        "worst_k": WORST_K,
        "summary": summarise(rows),
        "diaries": list(rows),
    }


if __name__ == "__main__":
    main()
