from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Bools = NDArray[np.bool_]

UNKNOWN = -1
"""The count of a slot about which nothing is known."""

NUM_STATES = 24
"""Remission and the levels that `effects/data/priors.toml` asks for: whole vector registers."""


class Pulses(NamedTuple):
    """Doses that act for a while, as (treatment, dose, slot) triples in that order.

    Attributes
    ----------
    first : (num_pulses + 1,)
        Triples of treatment p are first[p] to first[p + 1].
    run : (num_runs + 1,)
        Slots of the triples run[r] to run[r + 1], all of one treatment, follow one another.
    slot : (num_triples,)
        Slot index of the triple.
    log_u : (num_triples,)
        Log of the days since the dose, at the middle of the part of the slot that follows it.
    rise : (num_triples,)
        Share of the slot that follows the dose, times 1 - exp(-u / onset).
    """

    first: Ints
    run: Ints
    slot: Ints
    log_u: Floats
    rise: Floats


def make_pulses(first: Ints, slot: Ints, log_u: Floats, rise: Floats) -> Pulses:
    """Return pulses of triples in order, their runs found."""
    breaks = np.flatnonzero(np.diff(slot) != 1) + 1
    run = np.unique(np.concatenate([first, breaks])).astype(np.int64)
    return Pulses(first, run, slot, log_u, rise)


class Problem(NamedTuple):
    """One diary as arrays: all that the attack-rate model needs.

    A *slot* is a civil day, or the part of one before or after a dose. The course stands still
    within a day, so that a day cut in two is as likely as the same day whole.

    Attributes
    ----------
    counts : (num_slots,)
        Attacks of each slot, UNKNOWN where nothing is known.
    length : (num_slots,)
        Length in units of 24 hours, positive; of a part, the share of a day's attacks that begin
        in those hours times the day's length.
    opens_day : (num_slots,)
        Whether the slot is the first of its day.
    quiet_days, busy_days : int
        Known days without, and with, an attack.
    pulses : Pulses
    regimens : (num_regimens, num_slots)
        Daily amount over the reference amount, smoothed by the treatment's lag.
    levels : (num_levels,)
        Log attacks a day above the bout's mean mu, evenly spaced around zero.
    prior_mean, prior_sd : (num_parameters,)
        Normal priors of the unconstrained parameters, in the order of `parameters.py`.
    """

    counts: Ints
    length: Floats
    opens_day: Bools
    quiet_days: int
    busy_days: int
    pulses: Pulses
    regimens: Floats
    levels: Floats
    prior_mean: Floats
    prior_sd: Floats


def num_treatments(problem: Problem) -> int:
    return int(problem.pulses.first.size) - 1 + int(problem.regimens.shape[0])
