"""The usual ways to judge a treatment from a diary, kept as a live contrast."""

from __future__ import annotations

import numpy as np
import statsmodels.api as sm
from scipy.stats import norm

from surcease.diary import civil_days

Z = norm.ppf(0.975)


def known_days(diary):
    return [day for day in civil_days(diary) if day.attacks is not None]


def doses_on(diary, treatment):
    return sorted({dose.given_at.on for dose in diary.doses if dose.treatment == treatment})


def regression_interval(diary, treatment, period):
    """Quasi-Poisson regression of daily counts on 'within so many days after a dose'."""
    days = known_days(diary)
    given = doses_on(diary, treatment)
    after = [float(any(0 <= (day.on - on).days < period for on in given)) for day in days]
    design = sm.add_constant(np.array(after), has_constant="add")
    model = sm.GLM([day.attacks for day in days], design, family=sm.families.Poisson())
    fit = model.fit(scale="X2")
    return interval_of_log_ratio(fit.params[1], fit.bse[1])


def before_after_interval(diary, treatment, period):
    """Means over so many days before and after each dose, compared as if doses were independent."""
    days = known_days(diary)
    before, after = [], []
    for on in doses_on(diary, treatment):
        before += [day.attacks for day in days if -period <= (day.on - on).days < 0]
        after += [day.attacks for day in days if 0 <= (day.on - on).days < period]
    if not sum(before) or not sum(after):
        return -np.inf, np.inf
    ratio = np.log(np.mean(after) / np.mean(before))
    return interval_of_log_ratio(ratio, np.sqrt(1 / sum(before) + 1 / sum(after)))


def interval_of_log_ratio(log_ratio, standard_error):
    low, high = log_ratio + Z * standard_error, log_ratio - Z * standard_error
    return float(-np.expm1(low)), float(-np.expm1(high))
