"""Run every part of the benchmark and print what they found as one page.

Each part is a process of its own, with one thread, and with one core unless it asks for all. `make
bench` keeps the page as docs/reference/benchmarks.md. Finished parts are kept under
build/benchmarks, so that a run that was stopped goes on where it was; `--again` measures all anew.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic

from oracles.model_digest import calibrated_digest
from posteriors.kept import Row, kept
from speed.claims import Finding, claims_table
from speed.machine import machine
from speed.part import heard

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "build/benchmarks"

SECTIONS = {
    "One evaluation": ("density", "against_jax"),
    "Independent draws": ("against_numpyro", "against_nutpie"),
    "Whole fits, warm": ("fits",),
    "The whole process, warm": ("whole_process",),
    "The first run after installing": ("first_run",),
    "Many diaries": ("many",),
}
ON_ALL_CORES = ("many",)

ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false",
}

PREFACE = """\
# Benchmarks

Written by `make bench`; nothing here is typed by hand.

{machine}

What is compared was measured in one process or in turns, one after the other. Times of calls are of
one core's processor, times of whole processes and of many diaries on the clock; medians. A ratio
carries over to another machine better than a time.
"""


def main() -> None:
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("--diaries", type=int, default=200, help="how many, and ten times as many")
    asked.add_argument("--again", action="store_true", help="measure finished parts again, too")
    options = asked.parse_args()
    arguments = {"many": (str(options.diaries),)}
    if options.again:
        shutil.rmtree(KEPT, ignore_errors=True)
    folder = KEPT / calibrated_digest()[:12]
    about = machine()
    parts = [part for names in SECTIONS.values() for part in names]
    found = {part: found_by(part, folder, *arguments.get(part, ())) for part in parts}
    sys.stdout.write(page(about, found))


def found_by(part: str, folder: Path, *arguments: str) -> Finding:
    """Return what a part found, in this run or in an earlier one of the same model."""
    path = folder / f"{'-'.join((part, *arguments))}.json"
    return heard(json.dumps(kept(path, lambda: run_part(part, *arguments))))


@contextmanager
def one_core() -> Iterator[None]:
    """Keep what is started meanwhile on one core, where the system can."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(allowed)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def run_part(part: str, *arguments: str) -> Row:
    started = monotonic()
    with nullcontext() if part in ON_ALL_CORES else one_core():
        finished = subprocess.run(
            [sys.executable, "-m", f"speed.{part}", *arguments],
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": search_path()},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    sys.stderr.write(f"{part}: {monotonic() - started:.0f} s\n")
    row: Row = json.loads(finished.stdout)
    return row


def search_path() -> str:
    return os.pathsep.join(str(ROOT / folder) for folder in ("src", "bench", "tests"))


def page(about: str, found: Mapping[str, Finding]) -> str:
    """Return the page: the table of all claims, then a section for each group of parts."""
    claims = tuple(claim for each in found.values() for claim in each.claims)
    texts = [PREFACE.format(machine=about), claims_table(claims) + "\n"]
    for heading, parts in SECTIONS.items():
        sections = [found[part].section for part in parts if found[part].section]
        texts += [f"## {heading}\n", *sections] if sections else []
    return "\n".join(texts)


if __name__ == "__main__":
    main()
