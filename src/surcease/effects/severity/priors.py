from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from surcease.effects.estimate import Floats
from surcease.inference.severity_problem import COURSE_NAMES, cut_parameters


class Prior(NamedTuple):
    """A normal prior."""

    mean: float
    sd: float


class SeverityPriors(NamedTuple):
    """See `data/severity.toml` for what each leans on.

    Attributes
    ----------
    course_mean, course_sd : (4,)
    effect, natural_rate
        Of one treatment, of the natural log attack rate.
    first_cut_sd, log_gap_sd
        Of the first cutpoint and of the logs of the gaps to the next ones.
    """

    course_mean: Floats
    course_sd: Floats
    effect: Prior
    natural_rate: Prior
    first_cut_sd: float
    log_gap_sd: float


@cache
def severity_priors() -> SeverityPriors:
    text = files("surcease.effects").joinpath("data/severity.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    by_name = {each["name"]: each for each in tables["course"]}
    return SeverityPriors(
        course_mean=np.array([by_name[name]["mean"] for name in COURSE_NAMES]),
        course_sd=np.array([by_name[name]["sd"] for name in COURSE_NAMES]),
        effect=prior_of(tables["effect"]),
        natural_rate=prior_of(tables["natural_rate"]),
        first_cut_sd=tables["cutpoints"]["first_sd"],
        log_gap_sd=tables["cutpoints"]["log_gap_sd"],
    )


def prior_of(table: dict[str, Any]) -> Prior:
    return Prior(table["mean"], table["sd"])


def cut_priors(num_grades: int) -> tuple[Floats, Floats]:
    """Return mean and sd of the cutpoints' parameters, (num_grades - 1,) each."""
    prior = severity_priors()
    below = np.arange(1, num_grades) / num_grades
    sd = np.full(num_grades - 1, prior.log_gap_sd)
    sd[0] = prior.first_cut_sd
    return cut_parameters(below), sd
