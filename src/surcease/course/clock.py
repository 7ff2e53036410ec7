from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from surcease.course.circle import Floats, block_moments, smooth_around, uniformity_p
from surcease.diary.events import Attack, Kind

MINUTES = 24 * 60
ORDERS = 4
FEWEST_DAYS = 5
"""Days with attacks below which nothing is said of a rhythm; a choice, not a law."""

KAPPA = (MINUTES / (2 * np.pi * 60)) ** 2
"""A kernel of one hour's standard deviation: people round to the hour or half hour."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Attack onsets by local hour, and whether they keep to an hour of the day.

    Parameters
    ----------
    by_hour : (24,)
        Onsets from each full hour on the wall clock to the next.
    peak_hour
        Where onsets are densest, 0 to 24, smoothed over about an hour.
    concentration
        Mean resultant length of the onsets, 0 (no single direction) to 1 (all at one time).
    p_uniform
        Probability of so strong a rhythm (up to four peaks) if there is none; days are the
        independent units. None with attacks on fewer than five days.
    mean_hour
        Circular mean, 0 to 24; says little where there are two peaks.
    midnight_share
        Onsets at exactly 00:00. Far above 1 in 24 they are times that nobody knew.
    """

    by_hour: tuple[int, ...]
    peak_hour: float | None
    concentration: float | None
    p_uniform: float | None
    mean_hour: float | None = None
    midnight_share: float | None = None


def clock(attacks: Sequence[Attack]) -> Clock:
    """Describe when attacks begin, by the wall clock the patient lived by; shadows are left out."""
    onsets = [attack.started_at for attack in attacks if attack.kind is Kind.ATTACK]
    if not onsets:
        return Clock((0,) * 24, None, None, None)
    locals_ = [onset.local for onset in onsets]
    minutes = np.array([at.hour * 60 + at.minute for at in locals_], dtype=np.int64)
    blocks = np.array([at.toordinal() for at in locals_], dtype=np.int64)
    angles = minutes.astype(np.float64) * (2 * np.pi / MINUTES)
    mean = np.exp(1j * angles).mean()
    return Clock(
        by_hour=tuple(np.bincount(minutes // 60, minlength=24).tolist()),
        peak_hour=_peak_hour(minutes),
        concentration=float(np.abs(mean)),
        p_uniform=_p_uniform(angles, blocks),
        mean_hour=float(np.angle(mean) % (2 * np.pi)) * 24 / (2 * np.pi),
        midnight_share=float((minutes == 0).mean()),
    )


def _peak_hour(minutes: NDArray[np.int64]) -> float:
    counts = np.bincount(minutes, minlength=MINUTES).astype(np.float64)
    # Rounded, so that of equal peaks the first is taken on every machine.
    return float(np.argmax(smooth_around(counts, KAPPA).round(9))) / 60


def _p_uniform(angles: Floats, blocks: NDArray[np.int64]) -> float | None:
    moments = block_moments(angles, np.ones_like(angles), blocks, ORDERS)
    return uniformity_p(moments) if len(moments) >= FEWEST_DAYS else None
