"""A diary with the posterior of the attack-rate model fitted to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from surcease.diary import Attack, Day, DayState, Diary, civil_days, distinct_attacks
from surcease.effects.arrays import Arrays, build_arrays, starting_points
from surcease.effects.examined import Examined
from surcease.effects.given import Given, given_treatments
from surcease.inference.paths import Paths, sample_paths
from surcease.inference.posterior import Method, Posterior, fit
from surcease.inference.problem import Floats

NUM_PATHS = 200
FIT_SHARE = 0.9

type Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Fitted:
    """The posterior of one diary.

    Attributes
    ----------
    attacks
        Each once, however often it was written down.
    arrays
        What the engine saw, and what each position means.
    posterior
        Weighted draws of the parameters, named by `arrays.parameter_names`.
    paths
        Courses drawn from the posterior, one entry a slot.
    """

    diary: Diary
    treatments: tuple[Given, ...]
    attacks: tuple[Attack, ...]
    arrays: Arrays
    posterior: Posterior
    paths: Paths
    seed: int

    @property
    def in_bout(self) -> Floats:
        """Return each day's posterior probability of being in a bout."""
        return self.arrays.in_bout(self.paths.state)

    @property
    def examined(self) -> Examined:
        """Return the fit with what it was built from."""
        return Examined(self.arrays, self.posterior, self.paths, self.treatments, self.attacks)


def fit_diary(
    diary: Diary,
    seed: int = 0,
    method: Method = Method.AUTO,
    progress: Progress = lambda _: None,
) -> Fitted | None:
    """Fit the attack-rate model; None where no day of the diary is known.

    `progress` is told the share done, 0 to 1.
    """
    treatments, attacks = given_treatments(diary), distinct_attacks(diary).events
    days = days_between_known(civil_days(diary))
    if not days:
        return None
    rng = np.random.default_rng(seed)
    arrays = build_arrays(days, treatments, attacks)
    posterior = fit(
        rng,
        arrays.problem,
        starting_points(arrays.problem),
        method,
        progress=lambda share: progress(FIT_SHARE * share),
    )
    progress(FIT_SHARE)
    paths = sample_paths(rng, arrays.problem, posterior.theta, posterior.weight, NUM_PATHS)
    progress(1.0)
    return Fitted(diary, treatments, attacks, arrays, posterior, paths, seed)


def diary_arrays(diary: Diary) -> Arrays:
    """Return what the engine sees of a diary with at least one known day."""
    days = days_between_known(civil_days(diary))
    return build_arrays(days, given_treatments(diary), distinct_attacks(diary).events)


def days_between_known(days: tuple[Day, ...]) -> tuple[Day, ...]:
    """Return the days from the first to the last known one: outside, nothing was observed."""
    known = [index for index, day in enumerate(days) if day.state is not DayState.UNKNOWN]
    return days[known[0] : known[-1] + 1] if known else ()
