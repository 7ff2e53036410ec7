"""Questions put to each estimate: other dates, one dose left out, and what would tell more."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.random import Generator

from surcease.analysis.fitted import Fitted, Progress
from surcease.analysis.result import Checks
from surcease.diary import distinct_attacks
from surcease.effects import reasons
from surcease.effects.dose_window import dose_window
from surcease.effects.effect import TreatmentEffect, Verdict
from surcease.effects.examined import Examined
from surcease.effects.influence import influence
from surcease.effects.placebo_dates import placebo_dates
from surcease.effects.what_would_tell import WhatWouldTell, what_would_tell

STREAM = 2
"""Random numbers of their own, so that no check changes an estimate."""

NOT_TOLD = frozenset({Verdict.UNCLEAR, Verdict.CANNOT_TELL})


def check(
    fitted: Fitted, effects: Iterable[TreatmentEffect], progress: Progress = lambda _: None
) -> dict[str, Checks]:
    """Return what was asked of every treatment whose effect was estimated, by key.

    `progress` is told the share done, 0 to 1.
    """
    examined = Examined(
        fitted.arrays,
        fitted.posterior,
        fitted.paths,
        fitted.treatments,
        distinct_attacks(fitted.diary).events,
    )
    asked = [each for each in effects if each.reduction is not None]
    found = {}
    for number, effect in enumerate(asked):
        rng = np.random.default_rng([fitted.seed, STREAM, number])
        found[effect.treatment] = check_effect(rng, examined, effect)
        progress((number + 1) / len(asked))
    return found


def check_effect(rng: Generator, examined: Examined, effect: TreatmentEffect) -> Checks:
    key = effect.treatment
    told = would_tell(rng, examined, effect)
    if not effect.by_day:
        return Checks(would_tell=told)
    return Checks(
        placebo_dates=placebo_dates(rng, examined, key),
        dose_window=dose_window(examined, key),
        influence=influence(rng, examined, key),
        would_tell=told,
    )


def would_tell(rng: Generator, examined: Examined, effect: TreatmentEffect) -> WhatWouldTell | None:
    if effect.verdict not in NOT_TOLD or reasons.NEVER_IN_PERIOD in effect.because:
        return None
    return what_would_tell(rng, examined, effect.treatment)
