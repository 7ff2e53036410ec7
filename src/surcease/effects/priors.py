from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from surcease.effects.estimate import Floats
from surcease.effects.exposed import ExposedPulse, ExposedTreatment
from surcease.inference.parameters import COURSE_NAMES


class EffectPriors(NamedTuple):
    """Priors shared by all treatments; see `data/priors.toml` for what each leans on."""

    beta_mean: float
    beta_sd: float
    log_half_sd: float
    sharpness_log_mean: float
    sharpness_log_sd: float


class CoursePriors(NamedTuple):
    """Normal priors of the course and recording parameters, in vector order."""

    mean: Floats
    sd: Floats


@cache
def _tables() -> dict[str, Any]:
    text = files("surcease.effects").joinpath("data/priors.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def course_priors() -> CoursePriors:
    by_name = {each["name"]: each for each in _tables()["parameter"]}
    rows = [by_name[name] for name in COURSE_NAMES]
    return CoursePriors(
        np.array([row["mean"] for row in rows]), np.array([row["sd"] for row in rows])
    )


@cache
def effect_priors() -> EffectPriors:
    effect, pulse = _tables()["effect"], _tables()["pulse"]
    return EffectPriors(
        effect["beta_mean"],
        effect["beta_sd"],
        pulse["log_half_sd"],
        pulse["sharpness_log_mean"],
        pulse["sharpness_log_sd"],
    )


@cache
def rate_levels() -> Floats:
    """Return the grid of log multiples of the mean rate, (num_levels,), even around zero."""
    grid = _tables()["levels"]
    widest = float(np.log(grid["highest"]))
    return np.linspace(-widest, widest, int(grid["number"]))


def prior_vectors(
    pulses: tuple[ExposedPulse, ...], regimens: tuple[ExposedTreatment, ...]
) -> tuple[Floats, Floats]:
    """Return prior means and standard deviations of all parameters, in vector order."""
    course, shared = course_priors(), effect_priors()
    means, sds = [course.mean], [course.sd]
    for pulse in pulses:
        log_half = float(np.log(pulse.half_prior_days))
        means.append(np.array([shared.beta_mean, log_half, shared.sharpness_log_mean]))
        sds.append(np.array([shared.beta_sd, shared.log_half_sd, shared.sharpness_log_sd]))
    means.append(np.full(len(regimens), shared.beta_mean))
    sds.append(np.full(len(regimens), shared.beta_sd))
    return np.concatenate(means), np.concatenate(sds)
