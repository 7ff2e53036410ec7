"""What a treatment that acts in pulses does by the amount of a dose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from surcease.diary import DiaryError
from surcease.effects import reasons
from surcease.effects.amount_model import (
    GAMMA_SD,
    AmountDraws,
    Amounts,
    draw_amount_model,
    share_of_strongest,
)
from surcease.effects.arrays import MOST_REFERENCES, Arrays
from surcease.effects.effect import Verdict
from surcease.effects.estimate import Estimate, Floats, estimate, probability, weighted_sd
from surcease.effects.exposed import ExposedPulse, dose_moments, follow, horizon_days
from surcease.effects.session_amounts import session_amounts
from surcease.effects.treatment_effects import alike
from surcease.effects.verdict import LIKE_PRIOR, word
from surcease.inference.posterior import Posterior
from surcease.inference.problem import Ints

FEWEST_OF_AN_AMOUNT = 3
"""An amount that was given less often than this is not compared with another."""


@dataclass(frozen=True, slots=True)
class DoseAmount:
    """The reduction at full effect of one dose of an amount that was given several times."""

    amount: float
    unit: str
    doses: int
    reduction: Estimate


@dataclass(frozen=True, slots=True)
class ByDoseAmount:
    """Whether the amount of a dose matters.

    Attributes
    ----------
    verdict, because
        How sure it is that the largest and the smallest amount differ; "cannot tell" where amounts
        hardly vary or where the diary does not say. This is no verdict on the treatment.
    amounts
        Smallest first; empty where nothing is compared.
    probability_larger_prevents_more
        That the largest amount prevents more attacks than the smallest.
    """

    verdict: Verdict
    because: tuple[str, ...]
    amounts: tuple[DoseAmount, ...] = ()
    probability_larger_prevents_more: float | None = None


def by_dose_amount(rng: Generator, arrays: Arrays, posterior: Posterior) -> dict[str, ByDoseAmount]:
    """Return what is known of the amounts of every treatment that acts in pulses, by key."""
    return {
        pulse.given.key: compare_amounts(rng, arrays, posterior, index)
        for index, pulse in enumerate(arrays.pulses)
    }


def compare_amounts(
    rng: Generator, arrays: Arrays, posterior: Posterior, index: int
) -> ByDoseAmount:
    pulse = arrays.pulses[index]
    try:
        given = session_amounts(pulse.given)
    except DiaryError:
        return untold(reasons.UNIT_NOT_CONVERTED)
    if given is None:
        return untold(reasons.NO_AMOUNTS)
    session = session_of_triple(arrays, pulse)
    acting = given.amounts[np.unique(session)]
    obstacle = nothing_to_compare(acting)
    if obstacle:
        return untold(obstacle)
    draws = draw_amount_model(
        rng, arrays.problem, posterior, Amounts(index, given.amounts[session])
    )
    amounts = reductions(draws, acting, given.unit)
    verdict, because = judge_amounts(draws)
    return ByDoseAmount(verdict, (*because, *given.notes), amounts, larger_prevents_more(draws))


def untold(reason: str) -> ByDoseAmount:
    return ByDoseAmount(Verdict.CANNOT_TELL, (reason,))


def session_of_triple(arrays: Arrays, pulse: ExposedPulse) -> Ints:
    """Return which session each (dose, slot) pair of a pulse belongs to, in the pulse's order."""
    moments = dose_moments(pulse.given, arrays.days[0].on)
    horizon = horizon_days(pulse.half_prior_days)
    reached = [follow(moment, arrays.slots, horizon)[0] for moment in moments]
    return np.repeat(np.arange(len(reached)), [each.size for each in reached])


def nothing_to_compare(amounts: Floats) -> str:
    """Return the code of why amounts cannot be compared, or nothing."""
    if not amounts.size or alike(amounts):
        return reasons.AMOUNTS_ALIKE
    if amounts.max() > MOST_REFERENCES * amounts.min():
        return reasons.AMOUNT_IMPLAUSIBLE
    different, times = np.unique(amounts, return_counts=True)
    often = different[times >= FEWEST_OF_AN_AMOUNT]
    return reasons.FEW_OF_AN_AMOUNT if often.size < 2 or alike(often) else ""


def reductions(draws: AmountDraws, amounts: Floats, unit: str) -> tuple[DoseAmount, ...]:
    """Return the reduction at full effect by each amount that was given often enough."""
    smallest, largest = amounts.min(), amounts.max()
    different, times = np.unique(amounts, return_counts=True)
    share = np.array(
        [share_of_strongest(different, each, smallest, largest) for each in draws.gamma]
    )
    reduction = -np.expm1(draws.beta[:, None] * share)
    return tuple(
        DoseAmount(float(amount), unit, int(doses), estimate(reduction[:, column], draws.weight))
        for column, (amount, doses) in enumerate(zip(different, times, strict=True))
        if doses >= FEWEST_OF_AN_AMOUNT
    )


def larger_prevents_more(draws: AmountDraws) -> float:
    return probability(draws.beta * draws.gamma < 0.0, draws.weight)


def judge_amounts(draws: AmountDraws) -> tuple[Verdict, tuple[str, ...]]:
    if weighted_sd(draws.gamma, draws.weight) > LIKE_PRIOR * GAMMA_SD:
        return Verdict.CANNOT_TELL, (reasons.POSTERIOR_LIKE_PRIOR,)
    if not draws.reliable:
        return Verdict.UNCLEAR, (reasons.SAMPLING_UNCERTAIN,)
    more = larger_prevents_more(draws)
    return word(max(more, 1.0 - more), fewer=more >= 0.5), ()
