"""From the posterior to what is said of each treatment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from surcease.effects import reasons
from surcease.effects.arrays import Arrays
from surcease.effects.contribution import typical_exposure
from surcease.effects.effect import AmountEffect, TreatmentEffect, Verdict
from surcease.effects.estimate import Floats, estimate, probability
from surcease.effects.exposed import ExposedPulse, ExposedTreatment
from surcease.effects.given import Given
from surcease.effects.pulse_effect import (
    PulseDraws,
    days_to_half,
    next_due,
    reduction_over,
    wear_off_curve,
)
from surcease.effects.together import given_together
from surcease.effects.verdict import SMALLEST_CHANGE, Evidence, confounded, judge, obstacles
from surcease.formulary import Action
from surcease.inference.parameters import beta_columns
from surcease.inference.posterior import Posterior

HALF = 0.5


def treatment_effects(
    arrays: Arrays, posterior: Posterior, treatments: Iterable[Given]
) -> tuple[TreatmentEffect, ...]:
    """Return one effect a treatment, in the order given."""
    evidence = gather_evidence(arrays, posterior)
    by_key: dict[str, TreatmentEffect] = {}
    last_on = arrays.days[-1].on
    for index, pulse in enumerate(arrays.pulses):
        by_key[pulse.given.key] = pulse_effect(pulse, index, posterior, evidence[index], last_on)
    for index, regimen in enumerate(arrays.regimens, start=len(arrays.pulses)):
        by_key[regimen.given.key] = regimen_effect(regimen, posterior, evidence[index], last_on)
    return tuple(
        by_key.get(each.key) or not_modelled(each, last_on, arrays.left_out.get(each.key, ""))
        for each in treatments
    )


def never_acted(evidence: Evidence) -> bool:
    """Tell whether there is nothing to estimate: the posterior would be the prior itself."""
    return reasons.NEVER_IN_PERIOD in obstacles(evidence)


def gather_evidence(arrays: Arrays, posterior: Posterior) -> list[Evidence]:
    """Return what each verdict rests on, pulses first, then regimens."""
    exposed: Sequence[ExposedPulse | ExposedTreatment] = (*arrays.pulses, *arrays.regimens)
    columns = beta_columns(len(arrays.pulses), len(arrays.regimens))
    beta = posterior.theta[:, columns]
    known = arrays.problem.counts >= 0
    exposure = typical_exposure(arrays.problem, posterior)[:, known]
    tangled = confounded(beta, posterior.weight, exposure)
    tangled |= given_together([each.given for each in exposed])
    return [
        Evidence(
            beta[:, index],
            posterior.weight,
            float(arrays.problem.prior_sd[columns[index]]),
            exposure[index],
            each.given.times if isinstance(each, ExposedPulse) else None,
            tuple(exposed[int(other)].given.name for other in np.flatnonzero(tangled[index])),
            isinstance(each, ExposedTreatment) and alike(each.amounts[arrays.known_days]),
            int(arrays.problem.counts[known].sum()),
            posterior.reliable,
        )
        for index, each in enumerate(exposed)
    ]


def alike(amounts: Floats) -> bool:
    """Tell whether daily amounts hardly vary over the days given."""
    return amounts.size > 0 and bool(np.ptp(amounts) <= SMALLEST_CHANGE * amounts.max())


def described(given: Given, last_on: date, evidence: Evidence) -> TreatmentEffect:
    """Return what holds for pulses and regimens alike, but for the size of the effect."""
    verdict, because = judge(evidence)
    first, last = given.span(last_on)
    return TreatmentEffect(
        treatment=given.key,
        name=given.name,
        role=given.role,
        doses=given.times,
        first_on=first,
        last_on=last,
        verdict=verdict,
        because=because,
        probability_fewer_attacks=probability(evidence.beta < 0.0, evidence.weight),
    )


def pulse_effect(
    pulse: ExposedPulse, index: int, posterior: Posterior, evidence: Evidence, last_on: date
) -> TreatmentEffect:
    if never_acted(evidence):
        return not_modelled(pulse.given, last_on, reasons.NEVER_IN_PERIOD)
    weight = posterior.weight
    draws = PulseDraws.of(posterior.theta, index, pulse.onset_days)
    full = -np.expm1(draws.beta)
    half_days = days_to_half(draws)
    return replace(
        described(pulse.given, last_on, evidence),
        reduction=estimate(full, weight),
        reduction_over=reduction_over(draws, weight),
        by_day=wear_off_curve(draws, weight),
        days_to_half=estimate(half_days, weight),
        next_due=next_due(pulse, half_days, weight),
        probability_half=probability(full >= HALF, weight),
    )


def regimen_effect(
    regimen: ExposedTreatment, posterior: Posterior, evidence: Evidence, last_on: date
) -> TreatmentEffect:
    """Return the effect of a regimen; its `reduction` is at the amount taken on most days."""
    if never_acted(evidence):
        return not_modelled(regimen.given, last_on, reasons.NEVER_IN_PERIOD)
    weight = posterior.weight
    at_usual = -np.expm1(evidence.beta * regimen.usual_amount / regimen.reference)
    whole = described(regimen.given, last_on, evidence)
    return replace(
        whole,
        because=(*whole.because, *regimen.notes),
        reduction=estimate(at_usual, weight),
        by_amount=tuple(
            AmountEffect(
                float(amount),
                regimen.unit,
                estimate(-np.expm1(evidence.beta * amount / regimen.reference), weight),
            )
            for amount in np.unique(regimen.amounts[regimen.amounts > 0.0])
        ),
        probability_half=probability(at_usual >= HALF, weight),
    )


def not_modelled(given: Given, last_on: date, reason: str = "") -> TreatmentEffect:
    """Return the record of a treatment of which no effect on the attack rate is estimated."""
    acute = given.known is not None and given.action is Action.NONE
    first, last = given.span(last_on)
    default = reasons.ACUTE_TREATMENT if acute else reasons.ROLE_UNKNOWN
    return TreatmentEffect(
        treatment=given.key,
        name=given.name,
        role=given.role,
        doses=given.times,
        first_on=first,
        last_on=last,
        verdict=Verdict.CANNOT_TELL,
        because=(reason or default,),
    )
