"""How bad are the attacks that remain: what each treatment does to intensity and to duration.

"Fewer", "milder" and "shorter" are separate answers. This one is about the attacks that a treatment
did not prevent, and takes the wear-off of its doses from the attack-rate model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

import numpy as np
from numpy.random import Generator

from surcease.effects import reasons
from surcease.effects.effect import Verdict
from surcease.effects.estimate import estimate, probability
from surcease.effects.examined import Examined
from surcease.effects.exposed import ExposedPulse, ExposedTreatment
from surcease.effects.severity import reasons as severity_reasons
from surcease.effects.severity.acute import until_acute_treatment
from surcease.effects.severity.attacks import Rated, rated
from surcease.effects.severity.effect import OutcomeEffect, SeverityEffect
from surcease.effects.severity.fit import SeverityFit, fit_grades
from surcease.effects.severity.grades import FEWEST_IN_GRADE, grades_of
from surcease.effects.severity.outcome import DURATION, INTENSITY, Outcome
from surcease.effects.severity.verdict import judge_severity
from surcease.effects.together import given_together
from surcease.effects.treatment_effects import alike
from surcease.effects.verdict import Evidence, confounded

HALF = 0.5

type Exposed = ExposedPulse | ExposedTreatment


def severity_effects(rng: Generator, examined: Examined) -> dict[str, SeverityEffect]:
    """Return what is said of each treatment that the attack-rate model has, by its key."""
    exposed: tuple[Exposed, ...] = (*examined.arrays.pulses, *examined.arrays.regimens)
    if not exposed:
        return {}
    intensity = outcome_effects(rng, examined, exposed, INTENSITY)
    duration = outcome_effects(rng, examined, exposed, DURATION)
    return {
        each.given.key: SeverityEffect(*both)
        for each, *both in zip(exposed, intensity, duration, strict=True)
    }


def outcome_effects(
    rng: Generator, examined: Examined, exposed: Sequence[Exposed], outcome: Outcome
) -> list[OutcomeEffect]:
    """Return what is said of one outcome, one entry a treatment."""
    attacks = rated(examined.attacks, outcome.value)
    if outcome.cut_short:
        attacks = until_acute_treatment(attacks, examined.treatments)
    grades = grades_of(attacks.known, outcome.least_share)
    if grades.score.size < outcome.fewest_grades:
        return [nothing_to_compare(attacks, outcome)] * len(exposed)
    fit = fit_grades(rng, examined, attacks, grades)
    evidence = gather_evidence(exposed, fit, reliable=examined.posterior.reliable)
    return [
        effect_of(each, index, fit, evidence[index], outcome) for index, each in enumerate(exposed)
    ]


def nothing_to_compare(attacks: Rated, outcome: Outcome) -> OutcomeEffect:
    reason = missing_comparison(attacks, outcome)
    return OutcomeEffect(Verdict.CANNOT_TELL, (reason,), attacks.known.size)


def missing_comparison(attacks: Rated, outcome: Outcome) -> str:
    if attacks.values.size == 0:
        return outcome.missing
    if attacks.known.size >= FEWEST_IN_GRADE * outcome.fewest_grades:
        return severity_reasons.HARDLY_VARIES
    cut_short = attacks.mostly_cut_short
    return severity_reasons.MOSTLY_CUT_SHORT if cut_short else reasons.FEW_ATTACKS


def gather_evidence(
    exposed: Sequence[Exposed], fit: SeverityFit, *, reliable: bool
) -> list[Evidence]:
    """Return what each verdict rests on, pulses first, then regimens.

    `reliable` says whether the sampling of the attack rate settled, on which this one leans.
    """
    treatments = range(len(exposed))
    tangled = confounded(fit.shift[:, treatments], fit.posterior.weight, fit.exposure[treatments])
    tangled |= given_together([each.given for each in exposed])
    names = [each.given.name for each in exposed]
    return [
        Evidence(
            beta=fit.shift[:, index],
            weight=fit.posterior.weight,
            prior_sd=float(fit.problem.prior_sd[fit.columns[index]]),
            exposure=fit.exposure[index],
            times=each.given.times if isinstance(each, ExposedPulse) else None,
            confounded_with=tuple(compress(names, tangled[index])),
            alike_every_day=isinstance(each, ExposedTreatment) and alike(fit.exposure[index]),
            attacks=fit.attacks.known.size,
            reliable=fit.posterior.reliable and reliable,
        )
        for index, each in enumerate(exposed)
    ]


def effect_of(
    exposed: Exposed, index: int, fit: SeverityFit, evidence: Evidence, outcome: Outcome
) -> OutcomeEffect:
    verdict, because = judge_severity(evidence, outcome.worse)
    because = (*because, *caveats(fit.attacks))
    attacks = fit.attacks.known.size
    if severity_reasons.NO_ATTACK_UNDER_IT in because:
        return OutcomeEffect(verdict, because, attacks)
    usual, weight = usual_exposure(exposed), fit.posterior.weight
    under_it = ~fit.attacks.at_least & (evidence.exposure >= HALF * usual)
    return OutcomeEffect(
        verdict=verdict,
        because=because,
        attacks=attacks,
        attacks_under_it=int(under_it.sum()),
        change=estimate(outcome.change(fit, index, usual), weight),
        odds_ratio=estimate(np.exp(usual * evidence.beta), weight),
        probability_better=probability(evidence.beta < 0.0, weight),
    )


def caveats(attacks: Rated) -> Iterator[str]:
    if attacks.mostly_unrecorded:
        yield severity_reasons.MOSTLY_UNRECORDED
    if attacks.mostly_cut_short:
        yield severity_reasons.MOSTLY_CUT_SHORT


def usual_exposure(exposed: Exposed) -> float:
    """Return full exposure of a pulse, and of a regimen that of the amount taken on most days."""
    if isinstance(exposed, ExposedPulse):
        return 1.0
    return exposed.usual_amount / exposed.reference
