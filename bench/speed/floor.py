"""The exponentials and logarithms that a log density cannot do without, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np

from speed.timing import Call, seconds
from surcease.inference.problem import Floats, Problem
from surcease.inference.vector_math import exp_in_place, log1p_in_place

type InPlace = Callable[[Floats], object]


class Floor(NamedTuple):
    """One exponential and one log(1 + z) for each slot and state.

    Attributes
    ----------
    call
        Computes them, each in the faster of the ways below.
    fastest
        Which way that is, for each.
    """

    call: Call
    fastest: dict[str, str]


EXPONENTIALS: dict[str, InPlace] = {
    "numpy": lambda values: np.exp(values, out=values),
    "the engine's own": exp_in_place,
}
LOGARITHMS: dict[str, InPlace] = {
    "numpy": lambda values: np.log1p(values, out=values),
    "the engine's own": log1p_in_place,
}


def floor_of(problem: Problem) -> Floor:
    """Find the faster way for each function on arrays as large as the problem's."""
    values = np.random.default_rng(1).uniform(0.0, 4.0, num_values(problem))
    room = np.empty_like(values)

    def on_fresh_values(function: InPlace) -> None:
        np.copyto(room, values)
        function(room)

    def fastest(ways: dict[str, InPlace]) -> str:
        times = {name: seconds(partial(on_fresh_values, way)) for name, way in ways.items()}
        return min(times, key=times.__getitem__)

    exponential, logarithm = fastest(EXPONENTIALS), fastest(LOGARITHMS)

    def both() -> None:
        on_fresh_values(EXPONENTIALS[exponential])
        on_fresh_values(LOGARITHMS[logarithm])

    return Floor(both, {"exp": exponential, "log1p": logarithm})


def num_values(problem: Problem) -> int:
    return int(problem.counts.size * (problem.levels.size + 1))
