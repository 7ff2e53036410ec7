"""What a treatment that acts in pulses does by the amount of a dose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.random import Generator

from surcease.diary import Attack, DiaryError
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
from surcease.effects.estimate import Estimate, Floats, estimate, probability
from surcease.effects.exposed import ExposedPulse, follow, horizon_days, wall_clock_days
from surcease.effects.given import Given
from surcease.effects.session_amounts import session_amounts
from surcease.effects.slots import Slots, cut_days
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


def by_dose_amount(
    rng: Generator,
    arrays: Arrays,
    posterior: Posterior,
    treatments: Sequence[Given],
    attacks: Iterable[Attack],
) -> dict[str, ByDoseAmount]:
    """Return what is known of the amounts of every treatment that acts in pulses, by key.

    `treatments` and `attacks` are those that the arrays were built from.
    """
    slots = cut_days(arrays.days, attacks, treatments)
    return {
        pulse.given.key: compare_amounts(rng, arrays, posterior, slots, index)
        for index, pulse in enumerate(arrays.pulses)
    }


def compare_amounts(
    rng: Generator, arrays: Arrays, posterior: Posterior, slots: Slots, index: int
) -> ByDoseAmount:
    pulse = arrays.pulses[index]
    try:
        given = session_amounts(pulse.given)
    except DiaryError:
        return untold(reasons.UNIT_NOT_CONVERTED)
    if given is None:
        return untold(reasons.NO_AMOUNTS)
    session = session_of_triple(pulse, arrays.days[0].on, slots)
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


def session_of_triple(pulse: ExposedPulse, first_on: date, slots: Slots) -> Ints:
    """Return which session each (dose, slot) pair of a pulse belongs to, in the pulse's order."""
    moments = {dose.given_at.at: wall_clock_days(dose, first_on) for dose in pulse.given.doses}
    horizon = horizon_days(pulse.half_prior_days)
    reached = [follow(moments[at], slots, horizon)[0] for at in sorted(moments)]
    session = np.repeat(np.arange(len(reached)), [each.size for each in reached])
    return np.asarray(session[np.argsort(np.concatenate(reached), kind="stable")])


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
    mean = draws.weight @ draws.gamma
    sd = float(np.sqrt(draws.weight @ (draws.gamma - mean) ** 2))
    if sd > LIKE_PRIOR * GAMMA_SD:
        return Verdict.CANNOT_TELL, (reasons.POSTERIOR_LIKE_PRIOR,)
    if not draws.reliable:
        return Verdict.UNCLEAR, (reasons.SAMPLING_UNCERTAIN,)
    more = larger_prevents_more(draws)
    return word(max(more, 1.0 - more), fewer=more >= 0.5), ()
