"""How the effect of one dose builds up and fades.

A shape gives g(u), between 0 and 1, for u days since the dose (u >= 0). The attack rate is
multiplied by RR^g. The simulator has shapes that the engine does not, on purpose: it must be able
to judge the engine where the engine is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from surcease.simulation.arrays import Floats


class WearOff(Protocol):
    def __call__(self, days: Floats) -> Floats: ...

    def __hash__(self) -> int: ...


@lru_cache(maxsize=32)
def effect_by_hour(wear_off: WearOff, num_hours: int) -> Floats:
    """Return g in the middle of every hour after the dose; not to be written to."""
    effect = wear_off((np.arange(num_hours) + 0.5) / 24)
    effect.setflags(write=False)
    return effect


def _risen(days: Floats, onset_days: float) -> Floats:
    if onset_days == 0:
        return np.ones_like(days)
    return -np.expm1(-days / onset_days)


@dataclass(frozen=True, slots=True)
class Hill:
    """(1 - exp(-u / onset)) / (1 + (u / half)^sharpness)."""

    onset_days: float
    half_days: float
    sharpness: float

    def __call__(self, days: Floats) -> Floats:
        return _risen(days, self.onset_days) / (1 + (days / self.half_days) ** self.sharpness)


@dataclass(frozen=True, slots=True)
class Exponential:
    """(1 - exp(-u / onset)) * 2^(-u / half)."""

    onset_days: float
    half_days: float

    def __call__(self, days: Floats) -> Floats:
        return _risen(days, self.onset_days) * np.exp2(-days / self.half_days)


@dataclass(frozen=True, slots=True)
class Linear:
    """(1 - exp(-u / onset)) * (1 - u / gone), nothing after `gone_days`."""

    onset_days: float
    gone_days: float

    def __call__(self, days: Floats) -> Floats:
        return _risen(days, self.onset_days) * np.maximum(0.0, 1 - days / self.gone_days)


@dataclass(frozen=True, slots=True)
class Plateau:
    """Full effect until `full_days`, then straight down to nothing at `gone_days`: a cliff."""

    onset_days: float
    full_days: float
    gone_days: float

    def __call__(self, days: Floats) -> Floats:
        falling = (self.gone_days - days) / max(self.gone_days - self.full_days, 1e-9)
        return _risen(days, self.onset_days) * np.clip(falling, 0.0, 1.0)
