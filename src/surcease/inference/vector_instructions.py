"""Vector instructions for rows of NUM_STATES numbers, and how kernels come to run them.

A compiler that is left to find the vectors by itself goes to memory for every sum, since it cannot
know that no argument overlaps another. So they are written out, in vectors of eight; on a processor
with shorter ones the compiler splits them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import signature
from typing import Any

from llvmlite import ir
from numba.core import cgutils, types
from numba.extending import lower_builtin, type_callable

from surcease.inference.problem import NUM_STATES

CHAINS = 2
"""A lone row is summed in so many parts, none of which waits for another."""

WIDTH = 8
"""Numbers in a vector."""

BYTES = 8
"""In a number, and what vectors are aligned to at the least."""

DOUBLE = ir.DoubleType()
VECTOR = ir.VectorType(DOUBLE, WIDTH)
LANE = ir.IntType(32)
PLACE = ir.IntType(64)
FUSED = ("contract",)
FIRST = PLACE(0)

lower: Any = lower_builtin
any_arguments: Any = types.VarArg
numbers_of: Any = cgutils.unpack_tuple
new_place: Any = cgutils.alloca_once
for_range: Any = cgutils.for_range


def array_of(kind: Any) -> Any:
    """Return what numba makes an array of a kind from, which is much to import: only to compile."""
    from numba.np import arrayobj  # noqa: PLC0415

    make_array: Any = arrayobj.make_array
    return make_array(kind)


def in_registers(plain: Callable[..., Any]) -> Callable[[Callable[..., Any]], Any]:
    """Let kernels that call a plain function run the instructions that another one writes.

    That one takes the same arguments, matrices as `Rows` and numbers as what the instructions hold
    them in, and returns such a number, or None for nothing.
    """

    def register(write: Callable[..., Any]) -> Callable[..., Any]:
        result = types.float64 if plain.__annotations__["return"] == "float" else types.void

        @type_callable(plain)
        def typed(context: Any) -> Any:  # noqa: ARG001
            def kind_of_result(*_: Any) -> Any:
                return result

            kind_of_result.__signature__ = signature(plain)  # type: ignore[attr-defined]
            return kind_of_result

        def lowered(context: Any, builder: Any, typed: Any, values: Any) -> Any:
            arguments = [
                Rows(context, builder, kind, value) if isinstance(kind, types.Array) else value
                for kind, value in zip(typed.args, values, strict=True)
            ]
            written = write(*arguments)
            return context.get_dummy_value() if written is None else written

        lower(plain, any_arguments(types.Any))(lowered)
        return write

    return register


class Rows:
    """Where in memory the rows of a matrix are.

    A width that is known here makes addresses known when compiled.
    """

    def __init__(self, context: Any, builder: Any, kind: Any, value: Any) -> None:
        matrix = array_of(kind)(context, builder, value)
        self.builder = builder
        self.start = builder.ptrtoint(matrix.data, PLACE)
        self.num_rows, self.width = numbers_of(builder, matrix.shape)
        self.transposed = kind.layout == "F"

    def of_width(self, width: int) -> Rows:
        self.width = PLACE(width)
        return self

    def place(self, row: Any, column: Any) -> Any:
        """Return the address of a number."""
        long, short = (column, row) if self.transposed else (row, column)
        length = PLACE(NUM_STATES) if self.transposed else self.width
        number = self.builder.add(self.builder.mul(long, length), short)
        return self.builder.add(self.start, self.builder.mul(number, PLACE(BYTES)))

    def number(self, row: Any, column: Any) -> Any:
        """Return a number as a vector that has it everywhere."""
        pointer = self.builder.inttoptr(self.place(row, column), DOUBLE.as_pointer())
        return spread(self.builder, self.builder.load(pointer))

    def vectors(self, row: Any, column: Any) -> list[Any]:
        pointer = self.builder.inttoptr(self.place(row, column), VECTOR.as_pointer())
        return [self.builder.gep(pointer, [LANE(each)]) for each in range(NUM_STATES // WIDTH)]

    def load(self, row: Any, column: Any = FIRST) -> list[Any]:
        return [self.builder.load(each, align=BYTES) for each in self.vectors(row, column)]

    def store(self, row: Any, values: Sequence[Any]) -> None:
        for pointer, value in zip(self.vectors(row, FIRST), values, strict=True):
            self.builder.store(value, pointer, align=BYTES)


def zeros(builder: Any) -> list[Any]:
    """Return places for the sums of a row, which the compiler turns into registers."""
    places = [new_place(builder, VECTOR) for _ in range(NUM_STATES // WIDTH)]
    for place in places:
        builder.store(ir.Constant(VECTOR, [0.0] * WIDTH), place)
    return places


def sum_of_products(builder: Any, terms: Sequence[tuple[Any, Sequence[Any]]]) -> list[Any]:
    """Return the sum of numbers times rows, in chains that do not wait for each other."""
    chains: list[list[Any]] = []
    for index, (number, factors) in enumerate(terms):
        products = [multiplied(builder, number, factor) for factor in factors]
        if index < CHAINS:
            chains.append(products)
        else:
            chains[index % CHAINS] = row_added(builder, chains[index % CHAINS], products)
    whole, *others = chains
    for chain in others:
        whole = row_added(builder, whole, chain)
    return whole


def row_added(builder: Any, one: Sequence[Any], other: Sequence[Any]) -> list[Any]:
    return [added(builder, *pair) for pair in zip(one, other, strict=True)]


def row_multiplied(builder: Any, one: Sequence[Any], other: Sequence[Any]) -> list[Any]:
    return [multiplied(builder, *pair) for pair in zip(one, other, strict=True)]


def multiplied(builder: Any, one: Any, other: Any) -> Any:
    """Return a product that may be fused with a sum, as in every kernel."""
    return builder.fmul(one, other, flags=FUSED)


def added(builder: Any, one: Any, other: Any) -> Any:
    """Return a sum that may be fused with a product, as in every kernel."""
    return builder.fadd(one, other, flags=FUSED)


def spread(builder: Any, number: Any) -> Any:
    """Return a vector all of whose numbers are one."""
    single = builder.insert_element(ir.Constant(VECTOR, ir.Undefined), number, LANE(0))
    return shuffled(builder, single, [0] * WIDTH)


def shuffled(builder: Any, vector: Any, order: Sequence[int]) -> Any:
    lanes = ir.Constant(ir.VectorType(LANE, WIDTH), list(order))
    return builder.shuffle_vector(vector, ir.Constant(VECTOR, ir.Undefined), lanes)


def total(builder: Any, vectors: Sequence[Any]) -> Any:
    """Return the sum of all numbers of vectors, by halves."""
    whole, *more = vectors
    for each in more:
        whole = added(builder, whole, each)
    for half in (4, 2, 1):
        turned = shuffled(builder, whole, [(lane + half) % WIDTH for lane in range(WIDTH)])
        whole = added(builder, whole, turned)
    return builder.extract_element(whole, LANE(0))
