"""Questions put to each estimate: other dates, one dose left out, and what would tell more."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.random import Generator

from surcease.analysis.fitted import Fitted, Progress
from surcease.analysis.result import Checks
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
    asked = estimated(effects)
    found = {}
    for number, effect in enumerate(asked):
        found[effect.treatment] = check_effect(stream(fitted, number), fitted.examined, effect)
        progress((number + 1) / len(asked))
    return found


def check_treatment(
    fitted: Fitted,
    effects: Iterable[TreatmentEffect],
    treatment: str,
    progress: Progress = lambda _: None,
) -> Checks:
    """Return what `check` returns of one treatment, to the digit, without asking the others.

    Raises ValueError for a treatment whose effect was not estimated.
    """
    asked = estimated(effects)
    number = [each.treatment for each in asked].index(treatment)
    found = check_effect(stream(fitted, number), fitted.examined, asked[number], progress)
    progress(1.0)
    return found


def can_be_checked(effect: TreatmentEffect) -> bool:
    """Tell whether there is any question to put to an estimate."""
    return effect.reduction is not None and (bool(effect.by_day) or tells_too_little(effect))


def estimated(effects: Iterable[TreatmentEffect]) -> list[TreatmentEffect]:
    return [each for each in effects if each.reduction is not None]


def stream(fitted: Fitted, number: int) -> Generator:
    """Return the random numbers for the checks of one treatment, whichever others are checked."""
    return np.random.default_rng([fitted.seed, STREAM, number])


def check_effect(
    rng: Generator,
    examined: Examined,
    effect: TreatmentEffect,
    progress: Progress = lambda _: None,
) -> Checks:
    """Put one question after the other: their order decides which random numbers each is given."""
    key = effect.treatment
    told = would_tell(rng, examined, effect)
    if not effect.by_day:
        return Checks(would_tell=told)
    progress(1 / 3)
    dates = placebo_dates(rng, examined, key)
    progress(2 / 3)
    return Checks(
        placebo_dates=dates,
        dose_window=dose_window(examined, key),
        influence=influence(rng, examined, key),
        would_tell=told,
    )


def would_tell(rng: Generator, examined: Examined, effect: TreatmentEffect) -> WhatWouldTell | None:
    return what_would_tell(rng, examined, effect.treatment) if tells_too_little(effect) else None


def tells_too_little(effect: TreatmentEffect) -> bool:
    return effect.verdict in NOT_TOLD and reasons.NEVER_IN_PERIOD not in effect.because
