"""Independent draws a second against nutpie's NUTS on the engine's own gradient."""

from __future__ import annotations

from time import process_time

import numpy as np

from speed.claims import Claim, Finding, figure, table
from speed.draws import HEADER, Sampled, fit_with, median_by_rate, own_draws, row
from speed.part import missing, say
from speed.subject import diary_of, problem_of
from surcease.inference.posterior import Method, Posterior
from surcease.inference.problem import Floats, Problem

LEAST = 25.0
SEEDS = range(1, 4)

NOTE = """\
nutpie's NUTS, as the engine calls it where importance sampling fails: the engine's own gradient and
coordinates, and draws from the posterior to start from, which are not counted. Its posterior means
lie within {distance} posterior standard deviations of the fit's. The median of {number} runs.
"""


def main() -> None:
    absent = missing("nutpie")
    say(Finding((claim(None, absent),), "") if absent else measure())


def claim(ratio: float | None, why_not: str = "") -> Claim:
    return Claim(
        "independent draws a second",
        "nutpie NUTS on our own gradient",
        ratio,
        "times as many",
        LEAST,
        why_not=why_not,
    )


def measure() -> Finding:
    problem = problem_of(diary_of())
    own, posterior = own_draws(problem)
    peer, sampled = median_by_rate([nutpie_draws(problem, own, seed) for seed in SEEDS])
    shown = table(HEADER, [row(own, own), row(peer, own)])
    apart = figure(distance(posterior, sampled))
    note = NOTE.format(distance=apart, number=len(SEEDS))
    return Finding((claim(own.rate / peer.rate),), f"{note}\n{shown}\n")


def nutpie_draws(problem: Problem, own: Sampled, seed: int) -> tuple[Sampled, Posterior]:
    """Run NUTS; the fit that finds where to start is taken off its time."""
    started = process_time()
    sampled = fit_with(problem, seed, Method.NUTS)
    taken = process_time() - started - own.seconds
    return Sampled("nutpie NUTS", sampled.weight.size, sampled.ess, taken), sampled


def distance(one: Posterior, other: Posterior) -> float:
    """Return the largest difference of posterior means, in posterior standard deviations."""
    apart = np.abs(mean(one) - mean(other))
    sd = np.sqrt(other.weight @ (other.theta - mean(other)) ** 2)
    return float((apart / sd).max())


def mean(posterior: Posterior) -> Floats:
    return np.asarray(posterior.weight @ posterior.theta)


if __name__ == "__main__":
    main()
