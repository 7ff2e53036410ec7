import numba
import numpy as np
import pytest

from surcease.inference.problem import NUM_STATES
from surcease.inference.registers import TILE, dot, interpolate, step, tile, weigh

RNG = np.random.default_rng(1)
ROWS, MATRIX, OTHER = RNG.random((5, NUM_STATES)), *RNG.random((2, 2 * NUM_STATES, NUM_STATES))
WEIGHTS, TABLE = RNG.random((8, 3)), RNG.random((12, NUM_STATES + 3))
CASES = {
    "weigh": (weigh, (ROWS, 2, MATRIX, 7, 0.3), 4, 3),
    "step": (step, (ROWS, 3, MATRIX, NUM_STATES), 4, 1),
    "interpolate": (interpolate, (WEIGHTS, 2, TABLE, 3, 2), 2, 0),
    "tile": (tile, (MATRIX, TILE, OTHER[:NUM_STATES]), NUM_STATES, None),
    "transposed tile": (tile, (MATRIX.T, 2 * TILE, OTHER), NUM_STATES, None),
}


def compiled(plain):
    @numba.njit
    def called_by_a_kernel(*arguments):
        return plain(*arguments)

    return called_by_a_kernel


@pytest.mark.parametrize("name", CASES)
def test_the_instructions_write_the_plain_result_and_nothing_else(name):
    plain, arguments, num_rows, to = CASES[name]
    row = () if to is None else (to,)
    expected, found = np.zeros((2, num_rows, NUM_STATES))
    returned = plain(*arguments, expected, *row)
    assert compiled(plain)(*arguments, found, *row) == (
        returned if returned is None else pytest.approx(returned, rel=1e-14)
    )
    np.testing.assert_allclose(found, expected, rtol=1e-14)
    assert found.any()


def test_a_dot_product_is_the_plain_one():
    assert compiled(dot)(ROWS, 1, MATRIX, 5) == pytest.approx(dot(ROWS, 1, MATRIX, 5), rel=1e-14)
