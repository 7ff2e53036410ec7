"""The situations to judge: the simulator's scenarios, and populations in which patients differ.

In a scenario the truth is the same for every diary, near the centre of the priors or far from it.
Two populations vary less than the priors allow. In the third everything that the model estimates is
drawn from its prior: there an interval must hold the truth as often as it says. Populations have
treatments that help and that harm, which is what a reliability table needs.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.random import Generator
from scipy.special import expit

from surcease.effects.prior_facts import prior_value
from surcease.effects.priors import course_priors, effect_priors
from surcease.formulary import treatments
from surcease.inference.parameters import COURSE_NAMES
from surcease.simulation import SCENARIOS, Scenario
from surcease.simulation.bouts import Alternating, Geometric
from surcease.simulation.course import Course, NegativeBinomial, Walk
from surcease.simulation.recording import Recording
from surcease.simulation.timing import BySchedule, Either
from surcease.simulation.treatments import Pulse
from surcease.simulation.wear_off import Hill

WITHOUT_TREATMENT = ("acute_only",)
NARROW = {"patients_differ": "chronic_by_indication", "episodic_patients_differ": "episodic"}
FROM_PRIORS = {"drawn_from_priors": "episodic"}
POPULATIONS = NARROW | FROM_PRIORS

NOW_AND_THEN = BySchedule(every_days=90, jitter_days=20, first_day=30)
"""So that each of them has doses, however few the attacks."""

CELLS = (*(name for name in SCENARIOS if name not in WITHOUT_TREATMENT), *POPULATIONS)


def scenario_of(cell: str, rng: Generator) -> Scenario:
    """Return the scenario of one diary of a cell."""
    if cell in NARROW:
        return one_patient(SCENARIOS[NARROW[cell]], rng)
    if cell in FROM_PRIORS:
        return patient_of_priors(SCENARIOS[FROM_PRIORS[cell]], rng)
    return SCENARIOS[cell]


def one_patient(scenario: Scenario, rng: Generator) -> Scenario:
    """Return a scenario with an effect, a wear-off and a course of this patient's own."""
    (pulse,) = scenario.pulses
    patient = replace(
        pulse,
        rate_ratio=float(np.exp(-0.2 + 0.7 * rng.standard_normal())),
        wear_off=Hill(
            onset_days=0.02,
            half_days=float(14 * np.exp(0.5 * rng.standard_normal())),
            sharpness=float(3 * np.exp(0.5 * rng.standard_normal())),
        ),
    )
    return replace(scenario, pulses=(patient,), course=own_course(scenario.course, rng))


def own_course(course: Course, rng: Generator) -> Course:
    usual = course.walk
    walk = Walk(
        mu=usual.mu + 0.4 * rng.standard_normal(),
        sigma=float(usual.sigma * np.exp(0.4 * rng.standard_normal())),
        kappa=float(usual.kappa * np.exp(0.5 * rng.standard_normal())),
    )
    return replace(course, walk=walk)


def patient_of_priors(scenario: Scenario, rng: Generator) -> Scenario:
    """Return a scenario whose every parameter that the model estimates is drawn from its prior."""
    (pulse,) = scenario.pulses
    course, recording = course_and_recording_of_priors(rng)
    patient = pulse_of_priors(pulse, scenario.start_on, rng)
    return replace(scenario, pulses=(patient,), course=course, recording=recording)


def course_and_recording_of_priors(rng: Generator) -> tuple[Course, Recording]:
    priors = course_priors()
    drawn = priors.mean + priors.sd * rng.standard_normal(priors.mean.size)
    of = dict(zip(COURSE_NAMES, drawn.tolist(), strict=True))
    course = Course(
        bouts=Alternating(
            Geometric(math.exp(-of["log_leave"])), Geometric(math.exp(-of["log_return"]))
        ),
        walk=Walk(of["mu"], math.exp(of["log_sigma"]), math.exp(of["log_kappa"])),
        scatter=NegativeBinomial(math.exp(of["log_phi"])),
    )
    return course, Recording(float(expit(of["logit_m0"])), float(expit(of["logit_m1"])))


def pulse_of_priors(pulse: Pulse, on: date, rng: Generator) -> Pulse:
    """Return a treatment with an effect and a wear-off that the priors of a date allow."""
    priors, known = effect_priors(), treatments()[pulse.treatment]
    half_days, _ = prior_value(known, "duration_prior", on)
    onset_days, _ = prior_value(known, "onset_prior", on)
    beta, log_half, log_sharpness = rng.standard_normal(3)
    return replace(
        pulse,
        timing=Either((pulse.timing, NOW_AND_THEN)),
        rate_ratio=float(np.exp(priors.beta_mean + priors.beta_sd * beta)),
        wear_off=Hill(
            onset_days=onset_days,
            half_days=half_days * float(np.exp(priors.log_half_sd * log_half)),
            sharpness=float(
                np.exp(priors.sharpness_log_mean + priors.sharpness_log_sd * log_sharpness)
            ),
        ),
    )
