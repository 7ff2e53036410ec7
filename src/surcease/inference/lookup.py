"""A smooth function along rows of evenly spaced points, by interpolation in one table.

All of a row lie equally far between two points of a table whose spacing divides the row's. The
weights of Lagrange's formula are then the same for the whole row, and each value is a sum of eight
products. The error is (3 * 5 * 7)^2 / 2^8 / 8! of the function's eighth derivative times the
table's spacing to the eighth power (Abramowitz and Stegun 1964, 25.2).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.problem import NUM_STATES, Floats, Ints
from surcease.inference.registers import interpolate

PHASES = 16
"""Points of the table to a step of a row."""

POINTS = 8
"""Points that a value is interpolated from."""

BEFORE = 3
"""How many of them come before the two around it."""


class Places(NamedTuple):
    """Where in a table rows are, each (num_rows,).

    Attributes
    ----------
    row, column
        Of the first of the points that a row's first value is interpolated from.
    weights : (POINTS, num_rows)
        Of those points, and of those beside them for the row's other values.
    """

    row: Ints
    column: Ints
    weights: Floats


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
def find_places(phases: Floats) -> Places:
    """Return where rows are that begin so many phases, zero or more, after the lowest point."""
    row, column = np.empty(phases.size, np.int64), np.empty(phases.size, np.int64)
    after = np.empty(phases.size)
    for index in range(phases.size):
        before = int(phases[index])
        row[index], column[index] = before % PHASES, before // PHASES
        after[index] = phases[index] - before
    return Places(row, column, lagrange_weights(after))


@kernel
def look_up(
    table: Floats, below: int, places: Places, index: int, results: Floats, there: int
) -> None:
    """Write the row of a place into results[there], (NUM_STATES,).

    The function's table begins `below` rows down in `table`.
    """
    row, column = below + places.row[index], places.column[index]
    interpolate(places.weights, index, table, row, column, results, there)


@kernel
def lagrange_weights(after: Floats) -> Floats:
    """Return the weights of the points -3 to 4 for values at 0 to 1, (POINTS, num_values)."""
    weights = np.empty((POINTS, after.size))
    for index in range(after.size):
        t = after[index]
        a, b, c, d = t + 3.0, t + 2.0, t + 1.0, t
        e, f, g, h = t - 1.0, t - 2.0, t - 3.0, t - 4.0
        ab, cd, ef, gh = a * b, c * d, e * f, g * h
        first, last = ab * cd, ef * gh
        weights[0, index] = b * cd * last * (-1.0 / 5040.0)
        weights[1, index] = a * cd * last * (1.0 / 720.0)
        weights[2, index] = ab * d * last * (-1.0 / 240.0)
        weights[3, index] = ab * c * last * (1.0 / 144.0)
        weights[4, index] = first * f * gh * (-1.0 / 144.0)
        weights[5, index] = first * e * gh * (1.0 / 240.0)
        weights[6, index] = first * ef * h * (-1.0 / 720.0)
        weights[7, index] = first * ef * g * (1.0 / 5040.0)
    return weights
