"""Arithmetic on rows whose numbers stay in vector registers.

All rows are NUM_STATES wide. Each function comes in two versions: the plain one says what it does,
the one after it writes the instructions that kernels run in its place.

Arguments are whole matrices and the rows to use, because making a part of a matrix takes as long as
a product. All but the transposed ones are contiguous. Nothing checks that the rows are there.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from surcease.inference.problem import NUM_STATES, Floats
from surcease.inference.vector_instructions import (
    PLACE,
    WIDTH,
    Rows,
    added,
    for_range,
    in_registers,
    multiplied,
    row_multiplied,
    spread,
    sum_of_products,
    total,
    zeros,
)

TILE = 4
"""Rows of a product that are summed together."""


def weigh(
    rows: Floats, row: int, weights: Floats, weight: int, scale: float, results: Floats, to: int
) -> float:
    """Write rows[row] * weights[weight] * scale into results[to], and return its sum."""
    results[to] = rows[row] * weights[weight] * scale
    return float(results[to].sum())


@in_registers(weigh)
def write_weigh(
    rows: Rows, row: Any, weights: Rows, weight: Any, scale: Any, results: Rows, to: Any
) -> Any:
    builder = rows.builder
    left = rows.of_width(NUM_STATES).load(row)
    right = weights.of_width(NUM_STATES).load(weight)
    by = spread(builder, scale)
    products = [multiplied(builder, each, by) for each in row_multiplied(builder, left, right)]
    results.of_width(NUM_STATES).store(to, products)
    return total(builder, products)


def dot(lefts: Floats, left: int, rights: Floats, right: int) -> float:
    """Return the sum of lefts[left] * rights[right]."""
    return float(np.dot(lefts[left], rights[right]))


@in_registers(dot)
def write_dot(lefts: Rows, left: Any, rights: Rows, right: Any) -> Any:
    one = lefts.of_width(NUM_STATES).load(left)
    other = rights.of_width(NUM_STATES).load(right)
    return total(lefts.builder, row_multiplied(lefts.builder, one, other))


def step(rows: Floats, row: int, matrix: Floats, below: int, results: Floats, to: int) -> None:
    """Write rows[row] @ matrix[below : below + NUM_STATES] into results[to]."""
    results[to] = rows[row] @ matrix[below : below + NUM_STATES]


@in_registers(step)
def write_step(rows: Rows, row: Any, matrix: Rows, below: Any, results: Rows, to: Any) -> None:
    builder = rows.builder
    rows.of_width(NUM_STATES)
    matrix.of_width(NUM_STATES)
    terms = [
        (rows.number(row, PLACE(term)), matrix.load(builder.add(below, PLACE(term))))
        for term in range(NUM_STATES)
    ]
    results.of_width(NUM_STATES).store(to, sum_of_products(builder, terms))


def interpolate(
    weights: Floats, weight: int, table: Floats, row: int, column: int, results: Floats, to: int
) -> None:
    """Write weights[:, weight], (WIDTH,), times so many rows of a table's part into results[to]."""
    part = table[row : row + WIDTH, column : column + NUM_STATES]
    results[to] = weights[:, weight] @ part


@in_registers(interpolate)
def write_interpolate(
    weights: Rows, weight: Any, table: Rows, row: Any, column: Any, results: Rows, to: Any
) -> None:
    builder = weights.builder
    terms = [
        (weights.number(PLACE(term), weight), table.load(builder.add(row, PLACE(term)), column))
        for term in range(WIDTH)
    ]
    results.of_width(NUM_STATES).store(to, sum_of_products(builder, terms))


def tile(lefts: Floats, left: int, rights: Floats, results: Floats) -> None:
    """Write TILE rows, from `left` on, of lefts @ rights into the same rows of the results."""
    results[left : left + TILE] = lefts[left : left + TILE] @ rights


@in_registers(tile)
def write_tile(lefts: Rows, left: Any, rights: Rows, results: Rows) -> None:
    """Loop over the terms, or the compiler would write each of them out."""
    builder = lefts.builder
    sums = [zeros(builder) for _ in range(TILE)]
    rights.of_width(NUM_STATES)
    with for_range(builder, rights.num_rows) as loop:
        factors = rights.load(loop.index)
        for row, places in enumerate(sums):
            number = lefts.number(builder.add(left, PLACE(row)), loop.index)
            for place, factor in zip(places, factors, strict=True):
                more = multiplied(builder, number, factor)
                builder.store(added(builder, builder.load(place), more), place)
    results.of_width(NUM_STATES)
    for row, places in enumerate(sums):
        results.store(builder.add(left, PLACE(row)), [builder.load(place) for place in places])
