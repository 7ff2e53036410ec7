"""A smooth function along rows of evenly spaced points, by interpolation in one table.

All of a row lie equally far between two points of a table whose spacing divides the row's. The
weights of Lagrange's formula are then the same for the whole row, and each value is a sum of eight
products. The error is (3 * 5 * 7)^2 / 2^8 / 8! of the function's eighth derivative times the
table's spacing to the eighth power (Abramowitz and Stegun 1964, 25.2).
"""

from __future__ import annotations

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.course_chain import NUM_STATES
from surcease.inference.problem import Floats

PHASES = 16
"""Points of the table to a step of a row."""

POINTS = 8
"""Points that a value is interpolated from."""

BEFORE = 3
"""How many of them come before the two around it."""


@kernel
def table_points(lowest: float, highest: float, step: float) -> Floats:
    """Return where to tabulate for rows that begin between `lowest` and `highest`.

    A row has NUM_STATES points a `step` apart. The table is (PHASES + POINTS - 1, num_columns): its
    columns are a step apart, its rows a phase, and the last ones repeat the first.
    """
    num_columns = int((highest - lowest) / step) + 1 + NUM_STATES
    points = np.empty((PHASES + POINTS - 1, num_columns))
    for row in range(points.shape[0]):
        for column in range(num_columns):
            points[row, column] = lowest + step * (column + (row - BEFORE) / PHASES)
    return points


@kernel
def look_up(table: Floats, place: float, result: Floats) -> None:
    """Write a row, (NUM_STATES,), that begins so many phases after the lowest point.

    In two loops of four products, as many as the compiler turns into vectors.
    """
    before = np.uint64(place)
    row, column = before % np.uint64(PHASES), before // np.uint64(PHASES)
    a, b, c, d, e, f, g, h = lagrange_weights(place - before)
    one, two, three, four = np.uint64(1), np.uint64(2), np.uint64(3), np.uint64(4)
    p, q = table[row][column:], table[row + one][column:]
    r, s = table[row + two][column:], table[row + three][column:]
    for j in range(NUM_STATES):
        result[j] = a * p[j] + b * q[j] + c * r[j] + d * s[j]
    row += four
    p, q = table[row][column:], table[row + one][column:]
    r, s = table[row + two][column:], table[row + three][column:]
    for j in range(NUM_STATES):
        result[j] += e * p[j] + f * q[j] + g * r[j] + h * s[j]


@kernel
def lagrange_weights(
    t: float,
) -> tuple[float, float, float, float, float, float, float, float]:
    """Return the weights of the points -3 to 4 for a value at t, 0 <= t <= 1."""
    a, b, c, d = t + 3.0, t + 2.0, t + 1.0, t
    e, f, g, h = t - 1.0, t - 2.0, t - 3.0, t - 4.0
    ab, cd, ef, gh = a * b, c * d, e * f, g * h
    first, last = ab * cd, ef * gh
    return (
        b * cd * last * (-1.0 / 5040.0),
        a * cd * last * (1.0 / 720.0),
        ab * d * last * (-1.0 / 240.0),
        ab * c * last * (1.0 / 144.0),
        first * f * gh * (-1.0 / 144.0),
        first * e * gh * (1.0 / 240.0),
        first * ef * h * (-1.0 / 720.0),
        first * ef * g * (1.0 / 5040.0),
    )
