"""Whole fits of several kinds of diary."""

from __future__ import annotations

from functools import partial

from speed.claims import Finding, figure, table
from speed.draws import fit_with
from speed.effective_draws import effective_draws
from speed.part import say
from speed.subject import diary_of, problem_of
from speed.timing import seconds

SCENARIOS = ("chronic_by_indication", "published_case", "three_preventives", "episodic")
REPEATS = 5

HEADER = ("scenario", "seconds", "draws", "effective, worst parameter", "Pareto k")


def main() -> None:
    shown = table(HEADER, [row(name) for name in SCENARIOS])
    say(Finding((), f"{shown}\n"))


def row(scenario: str) -> tuple[str, ...]:
    problem = problem_of(diary_of(scenario))
    posterior = fit_with(problem, seed=0)
    return (
        scenario,
        figure(seconds(partial(fit_with, problem, 0), REPEATS)),
        str(posterior.weight.size),
        f"{effective_draws(posterior.theta, posterior.weight):.0f}",
        f"{posterior.pareto_k:.2f}",
    )


if __name__ == "__main__":
    main()
