"""What clock and season share: counts around a circle, seen in independent blocks.

Attacks of one day, and bouts of one year, come in clusters, so that single attacks are not
independent and the usual tests of uniformity (Rayleigh, Kuiper, chi-square on counts) find rhythms
where there are none. Here the block is the unit. If nothing keeps to the clock, turning every
block by an angle of its own changes no probability; then the k-th trigonometric moment
C_k = sum_b c_bk of the blocks has mean zero and variance sum_b |c_bk|^2, moments of different
order are uncorrelated, and for many blocks

    Z = sum_{k=1..m} |C_k|^2 / sum_b |c_bk|^2   ~   Gamma(m, 1).

With one event per block this is the Z^2_m test of Buccheri et al. (Astron Astrophys
1983;128:245-251), which for m = 1 is Rayleigh's. A few low orders see one peak or several, and
ignore that people round times: whole hours only touch orders 24 and up. With few blocks Z cannot
exceed m times their number, so that the test errs on the side of seeing no rhythm.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaincc, ive

type Floats = NDArray[np.float64]
type Moments = NDArray[np.complex128]

ROUNDING = 1e-9
"""Squared moments below this are zero but for rounding: two attacks exactly twelve hours apart."""


def block_moments(
    angles: Floats, weights: Floats, blocks: NDArray[np.int64], orders: int
) -> Moments:
    """Return c_bk, the weighted sum of exp(i k angle) over the events of each block.

    Parameters
    ----------
    angles, weights, blocks : (num_events,)
        Radians, any real weight, and any integer that names the block.
    orders
        m, the highest k.

    Returns
    -------
    (num_blocks, orders) complex
    """
    names, index = np.unique(blocks, return_inverse=True)
    moments = np.zeros((names.size, orders), dtype=np.complex128)
    waves = np.exp(1j * np.outer(angles, np.arange(1, orders + 1)))
    np.add.at(moments, index, weights[:, None] * waves)
    return moments


def uniformity_p(moments: Moments) -> float:
    """Return the probability of a Z as large as this, if no block keeps to the circle's zero.

    Parameters
    ----------
    moments : (num_blocks, orders) complex
        As `block_moments` gives them.
    """
    spread = (np.abs(moments) ** 2).sum(axis=0)
    drawn = np.abs(moments.sum(axis=0)) ** 2
    z = np.where(spread > ROUNDING, drawn / np.maximum(spread, ROUNDING), 0.0)
    return float(gammaincc(z.size, z.sum()))


def smooth_around(counts: Floats, kappa: float) -> Floats:
    """Smooth counts on an even grid around the circle with a von Mises kernel.

    Parameters
    ----------
    counts : (num_cells,)
    kappa
        Concentration of the kernel; its standard deviation is about 1 / sqrt(kappa) radians.
    """
    order = np.arange(counts.size // 2 + 1)
    kernel = ive(order, kappa) / ive(0, kappa)
    return np.fft.irfft(np.fft.rfft(counts) * kernel, counts.size)
