"""Processor time of one core, which another program on the machine hardly changes.

What is compared runs in turn, first one then the other, and the ratio is taken pair by pair.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import process_time
from typing import NamedTuple

REPEATS = 9
SHORTEST_SECONDS = 0.05
"""A stretch that is timed lasts at least this long."""

type Call = Callable[[], object]


class Pair(NamedTuple):
    """Seconds of one call of each, and how many times the second takes as long as the first."""

    first: float
    second: float
    ratio: float


def seconds(call: Call, repeats: int = REPEATS) -> float:
    """Return the median time of one call, after some that are not counted."""
    loops = enough_loops(call)
    return median(stretch(call, loops) for _ in range(repeats))


def compared(first: Call, second: Call, repeats: int = REPEATS) -> Pair:
    """Time two calls in turn."""
    loops = enough_loops(first), enough_loops(second)
    times = [(stretch(first, loops[0]), stretch(second, loops[1])) for _ in range(repeats)]
    return Pair(
        median(one for one, _ in times),
        median(two for _, two in times),
        median(two / one for one, two in times),
    )


def enough_loops(call: Call) -> int:
    call()
    loops = 1
    while stretch(call, loops) * loops < SHORTEST_SECONDS:
        loops *= 2
    return loops


def stretch(call: Call, loops: int) -> float:
    started = process_time()
    for _ in range(loops):
        call()
    return (process_time() - started) / loops
