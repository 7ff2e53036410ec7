"""Independent draws a second against NumPyro's NUTS on the density in JAX."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import perf_counter, process_time
from typing import Any, NamedTuple

import numpy as np

from speed.claims import Claim, Finding, table
from speed.draws import HEADER, Sampled, median_by_rate, own_draws, row
from speed.part import missing, say
from speed.subject import diary_of, problem_of
from surcease.inference.diagnostics import bulk_ess
from surcease.inference.mode import warped_scale
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Floats, Problem
from surcease.inference.warp import find_anchor, warp

LEAST = 100.0
NUM_WARM_UP = 300
NUM_DRAWS = 1000
SEEDS = range(1, 4)

NOTE = """\
NumPyro's NUTS with a dense mass matrix, the JAX density with four days a step, the engine's own
coordinates, and a draw from the posterior to start from, which is not counted. Nor is compiling,
which took {compiling:.0f} s. The median of {number} runs.
"""

type Step = Callable[[Any], Any]


class Compiled(NamedTuple):
    """A sampler ready to run: its first states, its step, and the seconds that compiling took."""

    states: tuple[Any, ...]
    step: Step
    compiling: float


def main() -> None:
    absent = missing("jax", "numpyro")
    say(Finding((claim(None, absent),), "") if absent else measure())


def claim(ratio: float | None, why_not: str = "") -> Claim:
    return Claim(
        "independent draws a second", "NumPyro NUTS", ratio, "times as many", LEAST, why_not=why_not
    )


def measure() -> Finding:
    problem = problem_of(diary_of())
    own, posterior = own_draws(problem)
    compiled = compile_sampler(problem, posterior)
    peer, _ = median_by_rate([(run(compiled, state), None) for state in compiled.states])
    shown = table(HEADER, [row(own, own), row(peer, own)])
    note = NOTE.format(compiling=compiled.compiling, number=len(SEEDS))
    return Finding((claim(own.rate / peer.rate),), f"{note}\n{shown}\n")


def compile_sampler(problem: Problem, posterior: Posterior) -> Compiled:
    import jax  # noqa: PLC0415  may be missing
    from numpyro.infer import NUTS  # noqa: PLC0415  may be missing

    density = standardised_density(problem)
    kernel = NUTS(potential_fn=lambda z: -density(z), dense_mass=True)
    started = perf_counter()
    states = tuple(
        kernel.init(
            jax.random.key(seed), NUM_WARM_UP, starting_point(problem, posterior, seed), (), {}
        )
        for seed in SEEDS
    )
    step = jax.jit(partial(kernel.sample, model_args=(), model_kwargs={}))
    jax.block_until_ready(step(step(states[0])))
    return Compiled(states, step, perf_counter() - started)


def standardised_density(problem: Problem) -> Callable[[Any], Any]:
    from oracles.jax_density import (  # noqa: PLC0415  JAX may be missing
        jax_log_density,
        jax_standardised_density,
    )

    density: Step = jax_standardised_density(
        problem, find_anchor(problem), jax_log_density(problem)
    )
    return density


def starting_point(problem: Problem, posterior: Posterior, seed: int) -> Floats:
    draw = np.random.default_rng(seed).choice(posterior.weight.size, p=posterior.weight)
    theta = posterior.theta[draw]
    return np.asarray(warp(theta, problem, find_anchor(problem)) / warped_scale(problem))


def run(compiled: Compiled, state: Any) -> Sampled:
    """Warm up and draw, one chain."""
    state, warm_up = advance(compiled, state, NUM_WARM_UP, lambda _: None)
    draws: list[Floats] = []
    _, drawing = advance(compiled, state, NUM_DRAWS, lambda each: draws.append(np.asarray(each.z)))
    effective = float(bulk_ess(np.array(draws)[None]).min())
    return Sampled("NumPyro NUTS", NUM_DRAWS, effective, warm_up + drawing, warm_up)


def advance(
    compiled: Compiled, state: Any, num_steps: int, keep: Callable[[Any], None]
) -> tuple[Any, float]:
    """Return the state after that many steps, and their seconds."""
    started = process_time()
    for _ in range(num_steps):
        state = compiled.step(state)
        keep(state)
    float(state.potential_energy)  # waits until it is there
    return state, process_time() - started


if __name__ == "__main__":
    main()
