"""Log density of the severity model and its gradient, the latent course filtered out.

The grade of an attack follows a cumulative logit (proportional odds; McCullagh 1980):
P(grade > k) = logistic(level + x - cut_k), x being what treatments and covariates add. Of an attack
that was cut short it is known that the grade is one or a higher one.
"""

from __future__ import annotations

import numpy as np

from surcease.inference.compile import kernel
from surcease.inference.problem import Floats
from surcease.inference.severity_filter import (
    Belief,
    Course,
    Grade,
    drift,
    drift_adjoint,
    grade_moments,
    learn,
    learn_adjoint,
    settled,
)
from surcease.inference.severity_problem import (
    LOG_QUICK_RATE,
    LOG_QUICK_SD,
    LOG_SLOW_RATE,
    LOG_SLOW_SD,
    SeverityProblem,
    covariate_shift,
    first_cut,
    pulse_shift,
)
from surcease.inference.wear_off import pulse_exposure, pulse_gradient

FARTHEST = 25.0
"""Beyond this an unconstrained parameter is outside anything a person could have."""

FARTHEST_LOG_ODDS = 100.0
WIDEST_LOG_ODDS = 20.0
OUTERMOST = 200.0
"""A cutpoint, in log odds, that no level ever crosses."""


@kernel
def severity_log_density(theta: Floats, problem: SeverityProblem) -> float:
    """Return log prior plus log likelihood; minus infinity outside the parameters' range."""
    if not np.all(np.abs(theta) < FARTHEST):
        return -np.inf
    course = course_of(theta)
    x = shifts(theta, problem, pulse_exposures(theta, problem))
    cuts = cutpoints(theta, problem)
    if not within_range(course, x, cuts):
        return -np.inf
    belief = settled(course)
    total = normal_log_prior(theta, problem)
    for attack in range(problem.grade.size):
        if problem.gap_days[attack] > 0.0:
            belief = drift(belief, course, problem.gap_days[attack])
        moments = grade_moments(belief, grade_of(problem, attack, cuts, x))
        total += np.log(moments.chance)
        belief = learn(belief, moments)
    return float(total)


@kernel
def severity_log_density_and_gradient(
    theta: Floats, problem: SeverityProblem
) -> tuple[float, Floats]:
    """Return the log density and its gradient, (num_parameters,)."""
    gradient = (problem.prior_mean - theta) / problem.prior_sd**2
    if not np.all(np.abs(theta) < FARTHEST):
        return -np.inf, gradient
    exposures = pulse_exposures(theta, problem)
    x = shifts(theta, problem, exposures)
    cuts = cutpoints(theta, problem)
    if not within_range(course_of(theta), x, cuts):
        return -np.inf, gradient
    total, beliefs = filter_attacks(theta, problem, cuts, x)
    by_x, by_cuts = add_course_gradient(theta, problem, (cuts, x), beliefs, gradient)
    add_shift_gradient(theta, problem, exposures, by_x, gradient)
    add_cut_gradient(theta, problem, by_cuts, gradient)
    return total + normal_log_prior(theta, problem), gradient


@kernel
def course_of(theta: Floats) -> Course:
    return Course(
        np.exp(2.0 * theta[LOG_SLOW_SD]),
        np.exp(theta[LOG_SLOW_RATE]),
        np.exp(2.0 * theta[LOG_QUICK_SD]),
        np.exp(theta[LOG_QUICK_RATE]),
    )


@kernel
def cutpoints(theta: Floats, problem: SeverityProblem) -> Floats:
    """Return the lower end of each grade, and the upper end of the last, (num_grades + 1,)."""
    first = first_cut(problem)
    cuts = np.empty(problem.num_grades + 1)
    cuts[0], cuts[-1] = -OUTERMOST, OUTERMOST
    cuts[1] = theta[first]
    for cut in range(2, problem.num_grades):
        cuts[cut] = cuts[cut - 1] + np.exp(theta[first + cut - 1])
    return cuts


@kernel
def within_range(course: Course, x: Floats, cuts: Floats) -> bool:
    """Tell whether all is near enough for no exponential to overflow."""
    near = np.all(np.abs(x) < FARTHEST_LOG_ODDS) and cuts[-2] < FARTHEST_LOG_ODDS
    return bool(near and course.slow_var + course.quick_var < WIDEST_LOG_ODDS**2)


@kernel
def grade_of(problem: SeverityProblem, attack: int, cuts: Floats, x: Floats) -> Grade:
    lower, upper = cuts[problem.grade[attack]], cuts[problem.highest[attack] + 1]
    return Grade(lower - x[attack], upper - x[attack])


@kernel
def pulse_exposures(theta: Floats, problem: SeverityProblem) -> Floats:
    """Return the exposure of each attack to each pulse treatment, (num_pulses, num_attacks)."""
    num_pulses = problem.pulses.first.size - 1
    exposures = np.empty((num_pulses, problem.grade.size))
    for pulse in range(num_pulses):
        place = pulse_shift(pulse)
        exposures[pulse] = pulse_exposure(
            problem.pulses,
            pulse,
            problem.grade.size,
            theta[place + 1],
            np.exp(theta[place + 2]),
        )
    return exposures


@kernel
def shifts(theta: Floats, problem: SeverityProblem, exposures: Floats) -> Floats:
    """Return x, what treatments and covariates add to each attack's level, (num_attacks,)."""
    num_pulses = exposures.shape[0]
    x = np.zeros(problem.grade.size)
    for pulse in range(num_pulses):
        x += theta[pulse_shift(pulse)] * exposures[pulse]
    for row in range(problem.covariates.shape[0]):
        x += theta[covariate_shift(num_pulses, row)] * problem.covariates[row]
    return x


@kernel
def normal_log_prior(theta: Floats, problem: SeverityProblem) -> float:
    """Return the log of the independent normal priors, normalised."""
    z = (theta - problem.prior_mean) / problem.prior_sd
    constant = np.log(problem.prior_sd).sum() + 0.5 * theta.size * np.log(2.0 * np.pi)
    return float(-0.5 * (z * z).sum() - constant)


@kernel
def filter_attacks(
    theta: Floats, problem: SeverityProblem, cuts: Floats, x: Floats
) -> tuple[float, Floats]:
    """Return the log likelihood and what was believed just before each attack."""
    course = course_of(theta)
    belief = settled(course)
    beliefs = np.empty((problem.grade.size, len(belief)))
    total = 0.0
    for attack in range(problem.grade.size):
        if problem.gap_days[attack] > 0.0:
            belief = drift(belief, course, problem.gap_days[attack])
        keep(belief, beliefs[attack])
        moments = grade_moments(belief, grade_of(problem, attack, cuts, x))
        total += np.log(moments.chance)
        belief = learn(belief, moments)
    return total, beliefs


@kernel
def keep(belief: Belief, row: Floats) -> None:
    for i in range(len(belief)):
        row[i] = belief[i]


@kernel
def kept(row: Floats) -> Belief:
    return Belief(row[0], row[1], row[2], row[3], row[4])


@kernel
def add_course_gradient(
    theta: Floats,
    problem: SeverityProblem,
    predictor: tuple[Floats, Floats],
    beliefs: Floats,
    gradient: Floats,
) -> tuple[Floats, Floats]:
    """Run backward over the attacks; return the gradients of x and of the cutpoints."""
    cuts, x = predictor
    course = course_of(theta)
    by_x, by_cuts = np.empty(x.size), np.zeros(cuts.size)
    by_course = np.zeros(4)
    by_belief = Belief(0.0, 0.0, 0.0, 0.0, 0.0)
    for attack in range(x.size - 1, -1, -1):
        belief = kept(beliefs[attack])
        grade = grade_of(problem, attack, cuts, x)
        moments = grade_moments(belief, grade)
        if attack + 1 < x.size and problem.gap_days[attack + 1] > 0.0:
            learnt = learn(belief, moments)
            by_belief, by_rates = drift_adjoint(
                learnt, course, problem.gap_days[attack + 1], by_belief
            )
            for i in range(4):
                by_course[i] += by_rates[i]
        by_belief, by_grade = learn_adjoint(belief, grade, moments, by_belief)
        by_x[attack] = -by_grade.lower - by_grade.upper
        by_cuts[problem.grade[attack]] += by_grade.lower
        by_cuts[problem.highest[attack] + 1] += by_grade.upper
    gradient[LOG_SLOW_SD] += 2.0 * course.slow_var * (by_course[0] + by_belief.slow_var)
    gradient[LOG_SLOW_RATE] += course.slow_rate * by_course[1]
    gradient[LOG_QUICK_SD] += 2.0 * course.quick_var * (by_course[2] + by_belief.quick_var)
    gradient[LOG_QUICK_RATE] += course.quick_rate * by_course[3]
    return by_x, by_cuts


@kernel
def add_shift_gradient(
    theta: Floats, problem: SeverityProblem, exposures: Floats, by_x: Floats, gradient: Floats
) -> None:
    num_pulses = exposures.shape[0]
    for pulse in range(num_pulses):
        place = pulse_shift(pulse)
        gradient[place] += (by_x * exposures[pulse]).sum()
        fade = (theta[place + 1], np.exp(theta[place + 2]))
        by_log_half, by_log_sharpness = pulse_gradient(
            problem.pulses, pulse, exposures[pulse], theta[place] * by_x, fade
        )
        gradient[place + 1] += by_log_half
        gradient[place + 2] += by_log_sharpness
    for row in range(problem.covariates.shape[0]):
        gradient[covariate_shift(num_pulses, row)] += (by_x * problem.covariates[row]).sum()


@kernel
def add_cut_gradient(
    theta: Floats, problem: SeverityProblem, by_cuts: Floats, gradient: Floats
) -> None:
    first = first_cut(problem)
    by_later = 0.0
    for cut in range(problem.num_grades - 1, 0, -1):
        by_later += by_cuts[cut]
        if cut > 1:
            gradient[first + cut - 1] += by_later * np.exp(theta[first + cut - 1])
    gradient[first] += by_later
