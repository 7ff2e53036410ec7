"""Judge the engine against simulated diaries whose truth is known, and keep the table.

For each cell many diaries are analysed; counted is how often an interval holds the truth, beside
the usual methods on the same diaries. Writes docs/reference/calibration.json, with a digest of the
model's source that a test compares, and calibration.md from it. Finished diaries are kept under
build/calibration, so that a run that was stopped, or was for fewer, goes on where it was.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from calibration.cells import CELLS, POPULATIONS
from calibration.judge import judge_diary
from calibration.page import line, page
from calibration.summary import reliability, summarise
from oracles.model_digest import calibrated_digest

ROOT = Path(__file__).parent.parent
TABLE = ROOT / "docs/reference/calibration.json"
PAGE = ROOT / "docs/reference/calibration.md"
KEPT = ROOT / "build/calibration"
FIRST_SEED = 100_000
KEPT_TOGETHER = 50

type Row = dict[str, Any]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--diaries", type=int, default=300, help="how many for each cell")
    asked.add_argument("--cell", action="append", choices=CELLS, help="print only these cells")
    asked.add_argument("--cores", type=int, default=2)
    options = asked.parse_args()
    digest = calibrated_digest()
    with ProcessPoolExecutor(options.cores) as pool:
        judged = {
            cell: judge_cell(pool, cell, options.diaries, digest) for cell in options.cell or CELLS
        }
    if not options.cell:
        write(judged, digest)


def judge_cell(pool: ProcessPoolExecutor, cell: str, num_diaries: int, digest: str) -> list[Row]:
    """Return the judged diaries of a cell, kept from an earlier run of the same model or new."""
    rows = []
    for first in range(0, num_diaries, KEPT_TOGETHER):
        seeds = range(first, min(first + KEPT_TOGETHER, num_diaries))
        rows += judge_some(pool, cell, seeds, KEPT / digest[:16])
    for each in cell_rows(cell, rows):
        sys.stdout.write(line(each) + "\n")
        sys.stdout.flush()
    return rows


def judge_some(pool: ProcessPoolExecutor, cell: str, which: range, folder: Path) -> list[Row]:
    file = folder / f"{cell}-{which.start}-{which.stop}.json"
    if not file.exists():
        seeds = [FIRST_SEED + each for each in which]
        found = pool.map(judge_diary, [cell] * len(which), seeds, chunksize=4)
        rows = [row for rows in found for row in rows]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(rows), encoding="utf-8")
    kept: list[Row] = json.loads(file.read_text(encoding="utf-8"))
    return kept


def cell_rows(cell: str, rows: list[Row]) -> Iterator[Row]:
    for treatment in dict.fromkeys(row["treatment"] for row in rows):
        yield summarise(cell, treatment, [row for row in rows if row["treatment"] == treatment])


def write(judged: dict[str, list[Row]], digest: str) -> None:
    table = {
        "digest": digest,
        "commit": commit(),
        "first_seed": FIRST_SEED,
        "cells": [each for cell, rows in judged.items() for each in cell_rows(cell, rows)],
        "reliability": reliability(row for name in POPULATIONS for row in judged[name]),
    }
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    PAGE.write_text(page(table), encoding="utf-8")


def commit() -> str:
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short=12", "HEAD"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
