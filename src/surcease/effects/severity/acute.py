"""Attacks that an acute treatment may have cut short."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from surcease.diary import Attack
from surcease.effects.estimate import Floats
from surcease.effects.given import Given
from surcease.effects.severity.attacks import Rated
from surcease.formulary import Action

SHORTEST_MIN = 1.0


def until_acute_treatment(lasted: Rated, treatments: Iterable[Given]) -> Rated:
    """Follow every attack until the first acute treatment in it, if there was one.

    How long it would have lasted by itself is not known then, but that it was still going on. The
    values are log minutes.
    """
    minutes = minutes_to_dose(lasted.attacks, treatments)
    treated = np.isfinite(minutes)
    so_far = np.log(np.maximum(minutes, SHORTEST_MIN))
    return lasted._replace(values=np.where(treated, so_far, lasted.values), at_least=treated)


def minutes_to_dose(attacks: Sequence[Attack], treatments: Iterable[Given]) -> Floats:
    """Return minutes into each attack until an acute treatment, infinite without, (num_attacks,).

    `attacks` are in order of time and have ended. A dose was taken in the latest attack that began
    before it, if that was still under way.
    """
    begun = [each.started_at.at.timestamp() for each in attacks]
    ended = [each.ended_at.at.timestamp() if each.ended_at else begun[0] for each in attacks]
    minutes = np.full(len(attacks), np.inf)
    for taken_at in acute_doses(treatments):
        latest = bisect_right(begun, taken_at) - 1
        if latest >= 0 and taken_at <= ended[latest]:
            minutes[latest] = min(minutes[latest], (taken_at - begun[latest]) / 60.0)
    return minutes


def acute_doses(treatments: Iterable[Given]) -> Iterator[float]:
    """Yield when anything was taken that is not expected to prevent attacks, as timestamps."""
    for given in treatments:
        if given.action is Action.NONE:
            yield from (dose.given_at.at.timestamp() for dose in given.doses)
