"""A patient whose every parameter that the model estimates is drawn from its prior."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

from numpy.random import Generator
from scipy.special import expit

from surcease.effects.prior_facts import prior_value
from surcease.effects.priors import course_priors, effect_priors, rate_levels
from surcease.formulary import treatments
from surcease.inference.parameters import COURSE_NAMES
from surcease.simulation import Scenario
from surcease.simulation.amounts import Steps
from surcease.simulation.bouts import Alternating, Geometric
from surcease.simulation.course import Course, NegativeBinomial, Walk
from surcease.simulation.recording import Recording
from surcease.simulation.timing import BySchedule, Either
from surcease.simulation.treatments import Pulse, Regimen
from surcease.simulation.wear_off import Hill

NOW_AND_THEN = BySchedule(every_days=90, jitter_days=20, first_day=30)
"""So that each of them has doses, however few the attacks."""

UP_AND_DOWN = Steps(((90, 240), (180, 480), (330, 240), (480, 0), (620, 360), (760, 480), (940, 0)))
"""So that each of them has amounts to compare."""


def patient_of_priors(scenario: Scenario, rng: Generator) -> Scenario:
    """Return the scenario with a course, treatments and recording of this patient's own."""
    course = course_priors()
    drawn = course.mean + course.sd * rng.standard_normal(course.mean.size)
    of = dict(zip(COURSE_NAMES, drawn.tolist(), strict=True))
    return replace(
        scenario,
        course=course_of(of),
        recording=Recording(float(expit(of["logit_m0"])), float(expit(of["logit_m1"]))),
        pulses=tuple(pulse_of_priors(each, scenario.start_on, rng) for each in scenario.pulses),
        regimens=tuple(
            regimen_of_priors(each, scenario.start_on, rng) for each in scenario.regimens
        ),
    )


def course_of(of: dict[str, float]) -> Course:
    bouts = Alternating(
        Geometric(math.exp(-of["log_leave"])), Geometric(math.exp(-of["log_return"]))
    )
    walk = Walk(
        mu=of["mu"],
        sigma=math.exp(of["log_sigma"]),
        kappa=math.exp(of["log_kappa"]),
        most_per_day=math.exp(of["mu"] + float(rate_levels()[-1])),
    )
    return Course(bouts=bouts, walk=walk, scatter=NegativeBinomial(math.exp(of["log_phi"])))


def pulse_of_priors(pulse: Pulse, on: date, rng: Generator) -> Pulse:
    """Return a treatment with an effect and a wear-off that its priors allow."""
    shared, known = effect_priors(), treatments()[pulse.treatment]
    onset_days, _ = prior_value(known, "onset_prior", on)
    usual_half_days, _ = prior_value(known, "duration_prior", on)
    beta, log_half, log_sharpness = rng.standard_normal(3)
    wear_off = Hill(
        onset_days=onset_days,
        half_days=usual_half_days * math.exp(shared.log_half_sd * log_half),
        sharpness=math.exp(shared.sharpness_log_mean + shared.sharpness_log_sd * log_sharpness),
    )
    return replace(
        pulse,
        timing=Either((pulse.timing, NOW_AND_THEN)),
        rate_ratio=math.exp(shared.beta_mean + shared.beta_sd * beta),
        wear_off=wear_off,
    )


def regimen_of_priors(regimen: Regimen, on: date, rng: Generator) -> Regimen:
    """Return a regimen with an effect that its prior allows; reference and lag are facts."""
    shared, known = effect_priors(), treatments()[regimen.treatment]
    reference_amount, _ = prior_value(known, "reference_amount", on)
    lag_days, _ = prior_value(known, "lag_prior", on)
    return replace(
        regimen,
        rate_ratio=math.exp(shared.beta_mean + shared.beta_sd * rng.standard_normal()),
        reference_amount=reference_amount,
        lag_days=lag_days,
        amounts=UP_AND_DOWN,
    )
