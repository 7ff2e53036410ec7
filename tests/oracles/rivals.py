"""The usual ways to judge a treatment from a diary, kept as a live contrast.

Each takes a diary, a treatment and a number of days, and returns the 95% interval of the reduction
over so many days after a dose; with None for the days, that of the usual amount of a regimen.
"""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType

import numpy as np
import statsmodels.api as sm
from scipy.stats import norm

from surcease.diary import civil_days

Z = norm.ppf(0.975)
EVERYTHING = (-np.inf, np.inf)


def known_days(diary):
    return [day for day in civil_days(diary) if day.attacks is not None]


def treated(diary, treatment, period, days):
    """Return for each day whether it lies within the period after a dose, or on a regimen."""
    if period is None:
        return np.array([amount_on(diary, treatment, day.on) > 0.0 for day in days])
    given = doses_on(diary, treatment)
    return np.array([any(0 <= (day.on - on).days < period for on in given) for day in days])


def doses_on(diary, treatment):
    return sorted({dose.given_at.on for dose in diary.doses if dose.treatment == treatment})


def amount_on(diary, treatment, on):
    rows = [each for each in diary.regimens if each.treatment == treatment and each.from_on <= on]
    return sum(each.amount_per_day for each in rows if each.to_on is None or on <= each.to_on)


def usual_amount(diary, treatment):
    """Return the daily amount that was taken on most days."""
    amounts = Counter(amount_on(diary, treatment, day.on) for day in civil_days(diary))
    del amounts[0.0]
    return amounts.most_common(1)[0][0]


def before_after_interval(diary, treatment, period):
    """Means over so many days before and after, compared as if days were independent."""
    days = known_days(diary)
    on = treated(diary, treatment, period, days)
    if period is None:
        before = ~on
    else:
        given = doses_on(diary, treatment)
        before = np.array([any(0 < (each - d.on).days <= period for each in given) for d in days])
    counts = np.array([day.attacks for day in days])
    first, then = counts[before], counts[on]
    if not first.sum() or not then.sum():
        return EVERYTHING
    ratio = np.log(then.mean() / first.mean())
    return interval_of_log_ratio(ratio, np.sqrt(1 / first.sum() + 1 / then.sum()))


def regression_interval(diary, treatment, period):
    """Quasi-Poisson regression of daily counts on being treated."""
    days = known_days(diary)
    on = treated(diary, treatment, period, days)
    if nothing_to_compare(days, on):
        return EVERYTHING
    fit = poisson_model(days, [on.astype(float)]).fit(scale="X2")
    return interval_of_log_ratio(fit.params[1], fit.bse[1])


def interrupted_series_interval(diary, treatment, period):
    """Segmented regression: a trend, a step while treated, and Newey-West standard errors."""
    days = known_days(diary)
    on = treated(diary, treatment, period, days)
    if nothing_to_compare(days, on):
        return EVERYTHING
    trend = np.array([(day.on - days[0].on).days for day in days]) / 365.25
    model = poisson_model(days, [on.astype(float), trend])
    fit = model.fit(cov_type="HAC", cov_kwds={"maxlags": 14})
    return interval_of_log_ratio(fit.params[1], fit.bse[1])


def nothing_to_compare(days, on):
    return on.all() or not on.any() or not any(day.attacks for day in days)


def poisson_model(days, columns):
    design = sm.add_constant(np.column_stack(columns), has_constant="add")
    return sm.GLM([day.attacks for day in days], design, family=sm.families.Poisson())


def interval_of_log_ratio(log_ratio, standard_error):
    low, high = log_ratio + Z * standard_error, log_ratio - Z * standard_error
    return float(-np.expm1(low)), float(-np.expm1(high))


RIVALS = MappingProxyType(
    {
        "before/after": before_after_interval,
        "regression": regression_interval,
        "interrupted series": interrupted_series_interval,
    }
)
