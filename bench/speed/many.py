"""Many one-year diaries on all cores: ten times as many, ten times the time, and no more room."""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import NamedTuple

import numpy as np

from speed.claims import Claim, Finding, figure, table
from speed.part import say
from speed.processes import BYTES_OF_MAXRSS
from speed.subject import SCENARIO
from surcease.analysis.many import analyze_many
from surcease.analysis.result import Analysis
from surcease.diary import Diary
from surcease.inference.posterior import Method
from surcease.simulation import SCENARIOS, simulate

TIMES = 10
WITHIN = 0.1
DAYS = 365

NOTE = """\
One-year diaries, simulated one by one as they are asked for and analysed on {cores} cores. Memory
is the largest that any process had had by then.
"""


class Batch(NamedTuple):
    """What analysing some diaries took.

    Attributes
    ----------
    seconds : float
        On the clock, the start of the processes included.
    processor_seconds : float
        Of the workers.
    worker_megabytes, own_megabytes : float
        Largest resident memory up to then, of any worker and of the process that hands out.
    """

    diaries: int
    seconds: float
    processor_seconds: float
    worker_megabytes: float
    own_megabytes: float


def main() -> None:
    few = int(sys.argv[1])
    analyze_batch(2 * (os.cpu_count() or 1))
    one, ten = analyze_batch(few), analyze_batch(TIMES * few)
    claims = (
        Claim(
            f"{ten.diaries:,} one-year diaries, all cores",
            f"{one.diaries} of them",
            ten.seconds / one.seconds,
            "times as long",
            TIMES * (1 - WITHIN),
            TIMES * (1 + WITHIN),
        ),
        Claim(
            "peak memory of a worker",
            f"that with {one.diaries}",
            ten.worker_megabytes / one.worker_megabytes,
            "times as much",
            most=1 + WITHIN,
        ),
    )
    say(Finding(claims, section((one, ten))))


def analyze_batch(num_diaries: int) -> Batch:
    started, worked = perf_counter(), workers_seconds()
    for outcome in analyze_many(simulated(num_diaries), method=Method.IMPORTANCE):
        if not isinstance(outcome, Analysis):
            raise outcome
    return Batch(
        num_diaries,
        perf_counter() - started,
        workers_seconds() - worked,
        peak(resource.RUSAGE_CHILDREN),
        peak(resource.RUSAGE_SELF),
    )


def simulated(num_diaries: int) -> Iterator[Diary]:
    scenario = replace(SCENARIOS[SCENARIO], days=DAYS)
    for seed in range(num_diaries):
        yield simulate(scenario, np.random.default_rng(seed)).diary


def workers_seconds() -> float:
    """Return processor seconds of all workers that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def peak(whose: int) -> float:
    return resource.getrusage(whose).ru_maxrss * BYTES_OF_MAXRSS / 1e6


def section(batches: tuple[Batch, ...]) -> str:
    rows = [
        (
            f"{each.diaries:,}",
            figure(each.seconds),
            figure(each.processor_seconds),
            figure(each.diaries / each.seconds),
            figure(each.worker_megabytes),
            figure(each.own_megabytes),
        )
        for each in batches
    ]
    header = (
        "diaries",
        "seconds",
        "processor seconds",
        "diaries a second",
        "peak of a worker, MB",
        "of the one that asks, MB",
    )
    return f"{NOTE.format(cores=os.cpu_count())}\n{table(header, rows)}\n"


if __name__ == "__main__":
    main()
