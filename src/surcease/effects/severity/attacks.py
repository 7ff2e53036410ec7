"""Attacks with an outcome written down, in order of time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from surcease.diary import Attack, Kind
from surcease.effects.estimate import Floats
from surcease.inference.problem import Bools, Ints


class Rated(NamedTuple):
    """Attacks with an outcome, in order of time.

    Attributes
    ----------
    day : (num_attacks,)
        Civil day of each, as an ordinal.
    values : (num_attacks,)
        The outcome of each.
    at_least : (num_attacks,)
        Whether the outcome is known to be that much or more, and no closer.
    unrecorded
        How many more attacks there are, of which it is not known.
    """

    attacks: tuple[Attack, ...]
    day: Ints
    values: Floats
    at_least: Bools
    unrecorded: int

    @property
    def known(self) -> Floats:
        """The outcomes that are known exactly."""
        return self.values[~self.at_least]

    @property
    def mostly_unrecorded(self) -> bool:
        return self.unrecorded > self.values.size

    @property
    def mostly_cut_short(self) -> bool:
        return 2 * int(self.at_least.sum()) > self.values.size


def rated(attacks: Iterable[Attack], value: Callable[[Attack], float | None]) -> Rated:
    """Return the attacks of which `value` is known; shadows are none."""
    all_attacks = [each for each in attacks if each.kind is Kind.ATTACK]
    known = [
        (each.started_at.on.toordinal(), each.started_at.at, given, each)
        for each in all_attacks
        if (given := value(each)) is not None
    ]
    known.sort(key=itemgetter(0, 1))
    return Rated(
        tuple(attack for *_, attack in known),
        np.array([day for day, *_ in known], dtype=np.int64),
        np.array([given for _, _, given, _ in known], dtype=np.float64),
        np.zeros(len(known), dtype=np.bool_),
        len(all_attacks) - len(known),
    )


def gap_days(day: Ints) -> Floats:
    """Return civil days since the attack before, 0 for the first, (num_attacks,)."""
    return np.diff(day, prepend=day[:1]).astype(np.float64)
