from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from surcease.diary import Attack, Day
from surcease.effects.arrays import Arrays, arrange
from surcease.effects.given import Given
from surcease.inference.paths import Paths
from surcease.inference.posterior import Posterior


class Examined(NamedTuple):
    """A fitted diary with what it was built from, so that it can be built again, a little changed.

    Attributes
    ----------
    arrays, posterior, paths
        The fit.
    treatments, attacks
        What `arrays` was built from, besides its days.
    """

    arrays: Arrays
    posterior: Posterior
    paths: Paths
    treatments: Sequence[Given]
    attacks: Sequence[Attack]

    def pulse_index(self, key: str) -> int:
        """Return where a treatment stands among the pulses; ValueError where it is none of them."""
        return [each.given.key for each in self.arrays.pulses].index(key)

    def with_given(self, *changed: Given, more_days: Sequence[Day] = ()) -> Arrays:
        """Build the problem again with some treatments given otherwise, or with more days."""
        by_key = {each.key: each for each in changed}
        treatments = [by_key.get(each.key, each) for each in self.treatments]
        return arrange((*self.arrays.days, *more_days), treatments, self.arrays.onsets)
