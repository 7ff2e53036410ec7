"""Proportions and differences of two arms, by statsmodels and scipy."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, sqrt

from scipy.stats import chi2_contingency, fisher_exact, norm
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from surcease.evidence.results import Counts

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Range:
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share with the exact interval of Clopper and Pearson, and that of Wilson."""

    exact: Range
    wilson: Range


@dataclass(frozen=True, slots=True)
class TwoArms:
    """Treated against control.

    Difference with Newcombe's interval; ratios of risks and odds with Wald's on the log scale,
    0.5 added to every cell where one is zero (`corrected`); Fisher's two-sided p, and that of the
    uncorrected chi-squared test.
    """

    difference: Range
    risk_ratio: Range
    odds_ratio: Range
    corrected: bool
    fisher_p: float
    chi_squared_p: float


def proportion(counts: Counts) -> Proportion:
    share = counts.yes / counts.of
    exact, wilson = (
        proportion_confint(counts.yes, counts.of, alpha=1 - LEVEL, method=method)
        for method in ("beta", "wilson")
    )
    return Proportion(Range(share, *map(float, exact)), Range(share, *map(float, wilson)))


def two_arms(treated: Counts, control: Counts) -> TwoArms:
    low, high = confint_proportions_2indep(
        treated.yes, treated.of, control.yes, control.of, compare="diff", method="newcomb"
    )
    table = cells(treated, control)
    counted = [[treated.yes, treated.of - treated.yes], [control.yes, control.of - control.yes]]
    difference = treated.yes / treated.of - control.yes / control.of
    return TwoArms(
        Range(difference, float(low), float(high)),
        around(*log_risk_ratio(table)),
        around(*log_odds_ratio(table)),
        corrected=0 in (cell for row in counted for cell in row),
        fisher_p=float(fisher_exact(counted).pvalue),
        chi_squared_p=float(chi2_contingency(counted, correction=False).pvalue),
    )


type Cells = tuple[float, float, float, float]


def cells(treated: Counts, control: Counts) -> Cells:
    """Return yes and no of both arms, 0.5 added to each where one is zero."""
    counted = (treated.yes, treated.of - treated.yes, control.yes, control.of - control.yes)
    add = 0.5 if 0 in counted else 0.0
    a, b, c, d = (each + add for each in counted)
    return a, b, c, d


def log_risk_ratio(table: Cells) -> tuple[float, float]:
    """Return the logarithm of the ratio of risks, and its variance."""
    a, b, c, d = table
    return log(a / (a + b)) - log(c / (c + d)), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)


def log_odds_ratio(table: Cells) -> tuple[float, float]:
    a, b, c, d = table
    return log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d


def around(log_value: float, variance: float) -> Range:
    reach = float(norm.ppf((1 + LEVEL) / 2)) * sqrt(variance)
    return Range(exp(log_value), exp(log_value - reach), exp(log_value + reach))
