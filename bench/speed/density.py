"""One evaluation of the density, beside plain Python and the least that it could take."""

from __future__ import annotations

from oracles.plain_density import plain_log_density
from speed.claims import Claim, Finding, figure, table
from speed.floor import Floor, floor_of
from speed.part import say
from speed.subject import diary_of, points_of, problem_of
from speed.timing import compared, seconds
from surcease.inference.density import log_density, log_density_and_gradient
from surcease.inference.problem import Problem

FLOOR_MOST = 3.0

PREFACE = """\
The example diary: three years, two pulse treatments, one regimen. {slots} slots (a civil day, or
the part of one before or after a dose), {states} states, {parameters} parameters.
"""

NOTE = """\
The exponentials and logarithms are one exp and one log(1 + z) for each slot and state, each in the
faster of numpy and the engine's own (exp: {exp}; log(1 + z): {log1p}). Nothing else of the density
is in them. The density itself looks most likelihoods up in a table and takes far fewer.
"""


def main() -> None:
    problem = problem_of(diary_of())
    theta = points_of(problem, 1)[0]
    floor = floor_of(problem)
    beside_floor = compared(floor.call, lambda: log_density(theta, problem))
    gradient = seconds(lambda: log_density_and_gradient(theta, problem))
    plain = seconds(lambda: plain_log_density(theta, problem), repeats=3)
    times = {
        "its exponentials and logarithms alone": beside_floor.first,
        "log density": beside_floor.second,
        "log density and gradient": gradient,
        "log density in plain Python and scipy": plain,
    }
    claim = Claim(
        "log density",
        "its own exponentials and logarithms",
        beside_floor.ratio,
        "times as long",
        most=FLOOR_MOST,
    )
    say(Finding((claim,), section(problem, times, floor)))


def section(problem: Problem, times: dict[str, float], floor: Floor) -> str:
    preface = PREFACE.format(
        slots=problem.counts.size,
        states=problem.levels.size + 1,
        parameters=problem.prior_mean.size,
    )
    rows = [(what, figure(1e3 * taken)) for what, taken in times.items()]
    return "\n".join(
        [preface, table(("what", "milliseconds"), rows), "", NOTE.format(**floor.fastest)]
    )


if __name__ == "__main__":
    main()
