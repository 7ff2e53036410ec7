"""Treatments that were always given at the same time.

Whatever they do has then to be shared out by their assumed durations alone: that is no evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from surcease.effects.given import Given
from surcease.formulary import Action

NEARBY = timedelta(days=2)
NEARLY_ALWAYS = 0.9


def given_together(treatments: Sequence[Given]) -> NDArray[np.bool_]:
    """Return which pairs of pulse treatments were nearly always given within two days."""
    together = np.zeros((len(treatments), len(treatments)), dtype=np.bool_)
    for i, one in enumerate(treatments):
        for j, other in enumerate(treatments[:i]):
            both_pulses = one.action is Action.PULSE and other.action is Action.PULSE
            always = both_pulses and share_near(one, other) >= NEARLY_ALWAYS
            together[i, j] = together[j, i] = always and share_near(other, one) >= NEARLY_ALWAYS
    return together


def share_near(one: Given, other: Given) -> float:
    """Return the share of one treatment's doses that had a dose of the other nearby."""
    others = np.array([dose.given_at.at.timestamp() for dose in other.doses])
    gaps = [np.abs(others - dose.given_at.at.timestamp()).min() for dose in one.doses]
    return float(np.mean(np.array(gaps) <= NEARBY.total_seconds()))
