"""The severity model fitted to one outcome of a diary's attacks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import Generator

from surcease.effects.estimate import Floats
from surcease.effects.examined import Examined
from surcease.effects.severity.attacks import Rated, gap_days
from surcease.effects.severity.exposure import natural_rate, pulses_at, slots_of
from surcease.effects.severity.grades import Grades
from surcease.effects.severity.priors import cut_priors, severity_priors
from surcease.inference.parameters import pulse_log_half, pulse_log_sharpness
from surcease.inference.problem import Ints
from surcease.inference.severity_density import pulse_exposures
from surcease.inference.severity_posterior import SeverityPosterior, fit_severity
from surcease.inference.severity_problem import SeverityProblem, covariate_shift, pulse_shift


class SeverityFit(NamedTuple):
    """The posterior of one outcome.

    Attributes
    ----------
    attacks
        What was fitted to.
    columns : (num_effects,)
        Where the shifts stand: of pulses, of regimens, and of the natural attack rate.
    exposure : (num_effects, num_attacks)
        What they are multiplied by, at the posterior mean of the wear-off.
    """

    attacks: Rated
    problem: SeverityProblem
    grades: Grades
    posterior: SeverityPosterior
    columns: Ints
    exposure: Floats

    @property
    def shift(self) -> Floats:
        """Draws of the log odds ratio of every treatment, and of the natural attack rate."""
        return self.posterior.theta[:, self.columns]


def fit_grades(rng: Generator, examined: Examined, attacks: Rated, grades: Grades) -> SeverityFit:
    """Fit the model to attacks of at least two grades."""
    problem = build_problem(examined, attacks, grades)
    posterior = fit_severity(rng, problem)
    num_pulses, num_covariates = problem.pulses.first.size - 1, problem.covariates.shape[0]
    columns = [pulse_shift(each) for each in range(num_pulses)]
    columns += [covariate_shift(num_pulses, each) for each in range(num_covariates)]
    pulses = pulse_exposures(posterior.weight @ posterior.theta, problem)
    exposure = np.concatenate([pulses, problem.covariates])
    return SeverityFit(attacks, problem, grades, posterior, np.array(columns), exposure)


def build_problem(examined: Examined, attacks: Rated, grades: Grades) -> SeverityProblem:
    """Return one outcome as arrays, with the priors of all that may change it."""
    arrays, prior = examined.arrays, severity_priors()
    slots, num_grades = slots_of(arrays, attacks.day), grades.score.size
    grade = grades.of(attacks.values)
    rows = [prior.effect] * len(arrays.regimens) + [prior.natural_rate]
    blocks = [
        (prior.course_mean, prior.course_sd),
        *(pulse_priors(examined, each) for each in range(len(arrays.pulses))),
        (np.array([each.mean for each in rows]), np.array([each.sd for each in rows])),
        cut_priors(num_grades),
    ]
    return SeverityProblem(
        grade=grade,
        highest=np.where(attacks.at_least, num_grades - 1, grade),
        gap_days=gap_days(attacks.day),
        num_grades=num_grades,
        pulses=pulses_at(arrays.pulses, attacks.attacks),
        covariates=np.vstack([arrays.problem.regimens[:, slots], natural_rate(examined)[slots]]),
        prior_mean=np.concatenate([mean for mean, _ in blocks]),
        prior_sd=np.concatenate([sd for _, sd in blocks]),
    )


def pulse_priors(examined: Examined, pulse: int) -> tuple[Floats, Floats]:
    """Return mean and sd of a treatment's log odds ratio, log D and log k.

    What the attack rate says of the wear-off is what is known of it before the attacks are looked
    at one by one: there is one wear-off, not one for each outcome.
    """
    theta, weight = examined.posterior.theta, examined.posterior.weight
    shape = theta[:, [pulse_log_half(pulse), pulse_log_sharpness(pulse)]]
    mean = weight @ shape
    sd = np.sqrt(weight @ (shape - mean) ** 2)
    effect = severity_priors().effect
    return np.append(effect.mean, mean), np.append(effect.sd, sd)
