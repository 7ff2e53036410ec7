"""The situations to judge: the simulator's scenarios, and populations in which patients differ.

In a scenario the truth is the same for every diary, near the centre of the priors or far from it.
Two populations vary less than the priors allow. In the two others everything that the model
estimates is drawn from its prior: there an interval must hold the truth as often as it says.
Populations have treatments that help and that harm, which is what a reliability table needs.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.random import Generator

from calibration.patient_of_priors import patient_of_priors
from surcease.simulation import SCENARIOS, Scenario
from surcease.simulation.course import Course, Walk
from surcease.simulation.wear_off import Hill

WITHOUT_TREATMENT = ("acute_only",)
NARROW = {"patients_differ": "chronic_by_indication", "episodic_patients_differ": "episodic"}
FROM_PRIORS = {"drawn_from_priors": "episodic", "all_drawn_from_priors": "three_preventives"}
POPULATIONS = NARROW | FROM_PRIORS

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
