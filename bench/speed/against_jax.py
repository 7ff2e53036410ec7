"""The log density and its gradient against the same density in JAX."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

from speed.claims import Claim, Finding, figure, table
from speed.part import missing, say
from speed.subject import diary_of, points_of, problem_of
from speed.timing import Pair, compared, seconds
from surcease.inference.density import log_density_and_gradient
from surcease.inference.problem import Floats, Problem

LEAST = 15.0
NUM_POINTS = 5
VALUE_TOLERANCE = 1e-9
GRADIENT_TOLERANCE = 1e-7

NOTE = """\
The same density in JAX: float64, `jit`, one core, the course scanned day by day or multiplied
together pair by pair, the matrix exponential by JAX's own or by a series. The fastest of these is
the one to beat. At {points} points the two agree to {value:.0e} in value and {gradient:.0e} in
gradient, relative to the larger of 1 and the number itself.
"""

type Evaluate = Callable[[Floats], tuple[Any, Any]]


class Variant(NamedTuple):
    """One way to write the density in JAX, compiled.

    Attributes
    ----------
    value
        Returns the log density, finished.
    both
        Returns the log density and its gradient, finished.
    compiling
        Seconds that compiling `both` took.
    """

    name: str
    value: Callable[[Floats], Any]
    both: Evaluate
    compiling: float


class Disagreement(NamedTuple):
    """Largest difference of values and of gradients, relative to the larger of 1 and the number."""

    value: float
    gradient: float

    @property
    def small(self) -> bool:
        return self.value < VALUE_TOLERANCE and self.gradient < GRADIENT_TOLERANCE


def main() -> None:
    absent = missing("jax")
    say(Finding((claim(None, absent),), "") if absent else measure())


def claim(ratio: float | None, why_not: str = "") -> Claim:
    return Claim("log density and gradient", "JAX", ratio, "times faster", LEAST, why_not=why_not)


def measure() -> Finding:
    problem = problem_of(diary_of())
    points = points_of(problem, NUM_POINTS)
    variants = compile_variants(problem, points[0])
    pairs = [
        compared(
            partial(log_density_and_gradient, points[0], problem), partial(each.both, points[0])
        )
        for each in variants
    ]
    best = min(range(len(variants)), key=lambda index: pairs[index].ratio)
    found = disagreement(variants[best].both, problem, points)
    note = NOTE.format(points=NUM_POINTS, value=found.value, gradient=found.gradient)
    shown = table(
        ("JAX", "log density, ms", "and gradient, ms", "Surcease, ms", "ratio", "compiled in, s"),
        [row(each, pair, points[0]) for each, pair in zip(variants, pairs, strict=True)],
    )
    ratio = pairs[best].ratio if found.small else None
    return Finding((claim(ratio, "the two disagree"),), f"{note}\n{shown}\n")


def compile_variants(problem: Problem, theta: Floats) -> list[Variant]:
    from oracles.jax_density import VARIANTS, jax_log_density  # noqa: PLC0415  JAX may be missing

    return [
        compile_variant(name, jax_log_density(problem, **how), theta)
        for name, how in VARIANTS.items()
    ]


def compile_variant(name: str, log_density: Callable[[Any], Any], theta: Floats) -> Variant:
    import jax  # noqa: PLC0415  may be missing

    started = perf_counter()
    both = jax.jit(jax.value_and_grad(log_density)).lower(theta).compile()
    compiling = perf_counter() - started
    value = jax.jit(log_density).lower(theta).compile()
    return Variant(
        name,
        lambda point: jax.block_until_ready(value(point)),
        lambda point: jax.block_until_ready(both(point)),
        compiling,
    )


def disagreement(evaluate: Evaluate, problem: Problem, points: Floats) -> Disagreement:
    differences = [
        [relative(*each) for each in zip(evaluate(point), own, strict=True)]
        for point in points
        for own in [log_density_and_gradient(point, problem)]
    ]
    return Disagreement(*np.max(differences, axis=0).tolist())


def relative(one: Any, other: Any) -> float:
    scale = np.maximum(1.0, np.abs(other))
    return float(np.max(np.abs(np.asarray(one) - other) / scale))


def row(variant: Variant, pair: Pair, theta: Floats) -> tuple[str, ...]:
    value = seconds(partial(variant.value, theta))
    times = (1e3 * value, 1e3 * pair.second, 1e3 * pair.first, pair.ratio)
    return variant.name, *(figure(each) for each in times), f"{variant.compiling:.0f}"


if __name__ == "__main__":
    main()
