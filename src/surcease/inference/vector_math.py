"""Exponential and logarithm over whole arrays, in loops that the compiler turns into SIMD.

The compiler calls the C library once per element for np.exp and np.log1p, which takes most of a
density evaluation's time. These are the textbook argument reductions (Muller, Elementary Functions,
2016, chapter 11) with the exponent read and written through the number's bits; they agree with the
library to a few units in the last place over the ranges named.
"""

from __future__ import annotations

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.problem import Floats

LOG2_E = 1.4426950408889634
LN2_HIGH = 6.93147180369123816490e-01
LN2_LOW = 1.90821492927058770002e-10
SMALLEST, LARGEST = -700.0, 700.0
SHIFTER = 6755399441055744.0
"""1.5 * 2^52: added to a small integer, it leaves that integer in the low bits."""

ONE_BITS = 0x3FF0000000000000
MANTISSA_BITS = 0x000FFFFFFFFFFFFF
EXPONENT_SHIFT = 52
SQRT_2 = 1.4142135623730951


@kernel
def exp_in_place(values: Floats) -> None:
    """Replace each x by exp(x), x being held between -700 and 700.

    `values` is one-dimensional and contiguous.
    """
    scale = np.empty(values.size)
    bits = scale.view(np.int64)
    for i in range(values.size):
        x = min(max(values[i], SMALLEST), LARGEST)
        shifted = x * LOG2_E + SHIFTER
        scale[i] = shifted
        whole = shifted - SHIFTER
        values[i] = (x - whole * LN2_HIGH) - whole * LN2_LOW
    for i in range(values.size):
        bits[i] = (bits[i] << EXPONENT_SHIFT) + ONE_BITS
    for i in range(values.size):
        r = values[i]
        series = 1.0 / 479001600.0
        series = series * r + 1.0 / 39916800.0
        series = series * r + 1.0 / 3628800.0
        series = series * r + 1.0 / 362880.0
        series = series * r + 1.0 / 40320.0
        series = series * r + 1.0 / 5040.0
        series = series * r + 1.0 / 720.0
        series = series * r + 1.0 / 120.0
        series = series * r + 1.0 / 24.0
        series = series * r + 1.0 / 6.0
        series = series * r + 0.5
        series = series * r + 1.0
        series = series * r + 1.0
        values[i] = series * scale[i]


@kernel
def log1p_in_place(values: Floats) -> None:
    """Replace each z by log(1 + z), for 0 <= z < 1e300.

    `values` is one-dimensional and contiguous.
    """
    mantissa = np.empty(values.size)
    exponent = np.empty(values.size)
    mantissa_bits = mantissa.view(np.int64)
    exponent_bits = exponent.view(np.int64)
    shifter_bits = np.full(1, SHIFTER).view(np.int64)[0]
    for i in range(values.size):
        whole = 1.0 + values[i]
        mantissa[i] = whole
        values[i] = (values[i] - (whole - 1.0)) / whole
    for i in range(values.size):
        exponent_bits[i] = (mantissa_bits[i] >> EXPONENT_SHIFT) + (shifter_bits - 1023)
        mantissa_bits[i] = (mantissa_bits[i] & MANTISSA_BITS) | ONE_BITS
    for i in range(values.size):
        m = mantissa[i]
        power = exponent[i] - SHIFTER
        power += 1.0 if m > SQRT_2 else 0.0
        m *= 0.5 if m > SQRT_2 else 1.0
        s = (m - 1.0) / (m + 1.0)
        square = s * s
        series = 2.0 / 21.0
        series = series * square + 2.0 / 19.0
        series = series * square + 2.0 / 17.0
        series = series * square + 2.0 / 15.0
        series = series * square + 2.0 / 13.0
        series = series * square + 2.0 / 11.0
        series = series * square + 2.0 / 9.0
        series = series * square + 2.0 / 7.0
        series = series * square + 2.0 / 5.0
        series = series * square + 2.0 / 3.0
        series = series * square + 2.0
        values[i] += power * LN2_LOW + s * series + power * LN2_HIGH
