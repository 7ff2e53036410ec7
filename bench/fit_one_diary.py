"""How long one three-year diary takes on one core: density, gradient, whole fit.

Prints a page, which `make bench` keeps as docs/reference/benchmarks.md. Times are of the machine
that ran it; the ratio against the plain version, taken in the same run, carries over.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numba
import numpy as np
import scipy

from oracles.plain_density import plain_log_density
from surcease.analysis.fitted import days_between_known, fit_diary
from surcease.diary import civil_days
from surcease.effects.arrays import build_arrays
from surcease.effects.given import given_treatments
from surcease.inference.density import log_density, log_density_and_gradient
from surcease.inference.posterior import Method
from surcease.inference.problem import Problem
from surcease.simulation import SCENARIOS, simulate
from surcease.version import __version__

FITTED = ("chronic_by_indication", "published_case", "three_preventives", "episodic")
SEED = 1
REPEATS = 7


def main() -> None:
    sys.stdout.write(
        "# Benchmarks\n\n"
        "Written by `make bench`; nothing here is typed by hand.\n\n"
        f"{machine()}\n\n{density_table()}\n\n{fit_table()}\n"
    )


def machine() -> str:
    return (
        f"Surcease {__version__}, Python {platform.python_version()}, numba {numba.__version__}, "
        f"numpy {np.__version__}, scipy {scipy.__version__}, {platform.machine()}, one core. "
        f"Medians of {REPEATS}."
    )


def density_table() -> str:
    """Time the compiled density against the plain one on the same diary."""
    problem = problem_of("published_case")
    theta = problem.prior_mean
    plain = seconds(lambda: plain_log_density(theta, problem))
    density = seconds(lambda: log_density(theta, problem), loops=50)
    gradient = seconds(lambda: log_density_and_gradient(theta, problem), loops=50)
    return "\n".join(
        [
            "## One evaluation\n",
            "The example diary: three years, two pulse treatments, one regimen.\n",
            "| what | milliseconds | plain version over it |",
            "|---|---|---|",
            f"| log density, plain Python and scipy | {plain * 1e3:.0f} | 1 |",
            f"| log density | {density * 1e3:.2f} | {plain / density:.0f} |",
            f"| log density and gradient | {gradient * 1e3:.2f} | {plain / gradient:.0f} |",
        ]
    )


def fit_table() -> str:
    """Time whole fits: modes, importance sampling, 200 drawn courses."""
    rows = ["## One fit, warm\n", "| scenario | seconds | effective draws | Pareto k |"]
    rows.append("|---|---|---|---|")
    for name in FITTED:
        diary = simulate(SCENARIOS[name], np.random.default_rng(SEED)).diary
        fitted = fit_diary(diary, method=Method.IMPORTANCE)
        if fitted is None:
            raise RuntimeError(f"scenario {name} has no known day")
        taken = seconds(lambda diary=diary: fit_diary(diary, method=Method.IMPORTANCE))
        posterior = fitted.posterior
        rows.append(f"| {name} | {taken:.2f} | {posterior.ess:.0f} | {posterior.pareto_k:.2f} |")
    return "\n".join(rows)


def problem_of(scenario: str) -> Problem:
    diary = simulate(SCENARIOS[scenario], np.random.default_rng(SEED)).diary
    days = days_between_known(civil_days(diary))
    return build_arrays(days, given_treatments(diary)).problem


def seconds(function: Callable[[], object], loops: int = 1) -> float:
    """Return the median time of one call, after one that is not counted."""
    function()
    times = []
    for _ in range(REPEATS):
        started = perf_counter()
        for _ in range(loops):
            function()
        times.append((perf_counter() - started) / loops)
    return median(times)


if __name__ == "__main__":
    main()
