"""What was acting, and how many attacks there were by themselves, when each attack began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from surcease.diary import Attack
from surcease.effects.arrays import Arrays
from surcease.effects.estimate import Floats
from surcease.effects.examined import Examined
from surcease.effects.exposed import ExposedPulse, horizon_days, join_pulses
from surcease.inference.parameters import MU
from surcease.inference.problem import Ints, Pulses

DAY_S = 86_400


def pulses_at(pulses: Sequence[ExposedPulse], attacks: Sequence[Attack]) -> Pulses:
    """Return the doses that were acting when each attack began, as the engine takes them."""
    began = np.array([each.started_at.at.timestamp() for each in attacks]) / DAY_S
    return join_pulses([reach(each, began) for each in pulses])


def reach(pulse: ExposedPulse, began: Floats) -> ExposedPulse:
    """Follow each dose to the attacks that began at such times, in days: not to earlier ones."""
    given = sorted({dose.given_at.at.timestamp() / DAY_S for dose in pulse.given.doses})
    since = began - np.array(given)[:, None]
    _, attack = acting = np.nonzero((since > 0.0) & (since <= horizon_days(pulse.half_prior_days)))
    u = since[acting]
    rise = -np.expm1(-u / pulse.onset_days)
    return replace(pulse, slot=attack.astype(np.int64), log_u=np.log(u), rise=rise)


def slots_of(arrays: Arrays, day: Ints) -> Ints:
    """Return the first slot of each day, days being given as ordinals."""
    index = day - arrays.days[0].on.toordinal()
    return np.asarray(np.flatnonzero(arrays.problem.opens_day)[index])


def natural_rate(examined: Examined) -> Floats:
    """Return the log attack rate of each slot had nothing been given, (num_slots,).

    It is counted from its own mean, and is 0 where no course is in a bout. Whoever treats when
    attacks are many treats when they are bad, if the two go together; this tells the model how the
    decision was made.
    """
    problem, paths = examined.arrays.problem, examined.paths
    in_bout = paths.state > 0
    level = problem.levels[np.maximum(paths.state - 1, 0)]
    log_rate = level + examined.posterior.theta[paths.draw, MU][:, None]
    counted = np.maximum(in_bout.sum(axis=0), 1)
    mean = np.where(in_bout, log_rate, 0.0).sum(axis=0) / counted
    known = in_bout.any(axis=0)
    return np.where(known, mean - (mean[known].mean() if known.any() else 0.0), 0.0)
