from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt

import numpy as np
from scipy.special import expit
from scipy.stats import norm
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.meta_analysis import combine_effects

from surcease.evidence.beta_binomial import beta_binomial
from surcease.evidence.effects import (
    LEVEL,
    Proportion,
    Range,
    around,
    cells,
    log_odds_ratio,
    log_risk_ratio,
    proportion,
)
from surcease.evidence.results import DATA, Counts, Result, results
from surcease.language import gettext as _

MUCH_HETEROGENEITY = 0.5


@dataclass(frozen=True, slots=True)
class Pool:
    """Studies that are put together."""

    key: str
    name: str
    treatment: str
    measure: str
    rows: tuple[Result, ...]
    more: tuple[Counts, ...] = ()
    mixes_subtypes: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pooled:
    """Studies put together in several ways.

    Parameters
    ----------
    treated, control
        Counts added up, as if it were one study.
    simple
        The proportion of the sum; None for ratios.
    difference, needed_to_treat
        Difference of the sums with Wald's interval, and its inverse; None for proportions.
    mantel_haenszel
        Ratio of risks with the interval of Greenland and Robins; None for proportions and odds.
    fixed, random
        Inverse variance on the log or logit scale; DerSimonian and Laird between studies.
    beta_binomial
        Mean share of studies that scatter, by likelihood; None for ratios. It needs no correction
        where all or none responded.
    """

    pool: Pool
    treated: Counts
    control: Counts | None
    simple: Proportion | None
    difference: Range | None
    needed_to_treat: Range | None
    mantel_haenszel: Range | None
    fixed: Range
    random: Range
    beta_binomial: Range | None
    tau_squared: float
    i_squared: float
    q: float
    corrected: bool
    warnings: tuple[str, ...]


def pools() -> tuple[Pool, ...]:
    known = results()
    return tuple(
        Pool(
            each["key"],
            each["name"],
            each["treatment"],
            each["measure"],
            tuple(known[row] for row in each["rows"]),
            tuple(Counts(yes, of) for yes, of in each.get("more", ())),
            each.get("mixes_subtypes", False),
            each.get("note", ""),
        )
        for each in tomllib.loads((DATA / "pools.toml").read_text(encoding="utf-8"))["pool"]
    )


def pooled(pool: Pool) -> Pooled:
    return _proportions(pool) if pool.measure == "proportion" else _ratios(pool)


def _proportions(pool: Pool) -> Pooled:
    counts = [*(each.treated for each in pool.rows), *pool.more]
    total = _total(counts)
    logits = [_logit(each) for each in counts]
    fixed, random, found = _combined(logits, lambda value: float(expit(value)))
    corrected = any(each.yes in (0, each.of) for each in counts)
    return Pooled(
        pool, total, None, proportion(total), None, None, None, fixed, random,
        beta_binomial(counts), *found, corrected, _warnings(pool, counts, found[1]),
    )  # fmt: skip


def _ratios(pool: Pool) -> Pooled:
    arms = [(each.treated, each.control) for each in pool.rows if each.control]
    effect = log_risk_ratio if pool.measure == "risk ratio" else log_odds_ratio
    fixed, random, found = _combined([effect(cells(*each)) for each in arms], exp)
    treated, control = (_total([pair[side] for pair in arms]) for side in (0, 1))
    difference = _wald_difference(treated, control)
    needed = Range(1 / difference.value, 1 / difference.high, 1 / difference.low)
    both = [counts for pair in arms for counts in pair]
    return Pooled(
        pool, treated, control, None, difference, needed if difference.low > 0 else None,
        _mantel_haenszel(arms) if pool.measure == "risk ratio" else None, fixed, random,
        None, *found, any(each.yes in (0, each.of) for each in both),
        _warnings(pool, both, found[1]),
    )  # fmt: skip


def _combined(
    effects: Sequence[tuple[float, float]], shown: Callable[[float], float]
) -> tuple[Range, Range, tuple[float, float, float]]:
    """Return the fixed and the random effect, and tau squared, I squared and Q."""
    values, variances = map(np.array, zip(*effects, strict=True))
    with np.errstate(invalid="ignore"):  # it works with a tau squared below zero, too
        found = combine_effects(values, variances, method_re="dl", alpha=1 - LEVEL)
        fixed, random = found.conf_int()[:2]
    if found.tau2 <= 0:
        random, found.mean_effect_re = fixed, found.mean_effect_fe
    return (
        Range(*(shown(float(each)) for each in (found.mean_effect_fe, *fixed))),
        Range(*(shown(float(each)) for each in (found.mean_effect_re, *random))),
        (float(max(found.tau2, 0)), float(max(found.i2, 0)), float(found.q)),
    )


def _logit(counts: Counts) -> tuple[float, float]:
    add = 0.5 if counts.yes in (0, counts.of) else 0.0
    yes, no = counts.yes + add, counts.of - counts.yes + add
    return log(yes / no), 1 / yes + 1 / no


def _mantel_haenszel(arms: Sequence[tuple[Counts, Counts]]) -> Range:
    tables = [
        np.array([[one.yes, one.of - one.yes], [two.yes, two.of - two.yes]]) for one, two in arms
    ]
    ratio = float(StratifiedTable(tables).riskratio_pooled)
    return around(log(ratio), _greenland_robins(arms))


def _greenland_robins(arms: Sequence[tuple[Counts, Counts]]) -> float:
    """Return the variance of the log Mantel-Haenszel ratio of risks (Biometrics 1985;41:55-68)."""
    top = treated = control = 0.0
    for one, two in arms:
        size = one.of + two.of
        yes = one.yes + two.yes
        top += (one.of * two.of * yes - one.yes * two.yes * size) / size**2
        treated += one.yes * two.of / size
        control += two.yes * one.of / size
    return top / (treated * control)


def _wald_difference(treated: Counts, control: Counts) -> Range:
    p, q = treated.yes / treated.of, control.yes / control.of
    reach = float(norm.ppf((1 + LEVEL) / 2)) * sqrt(
        p * (1 - p) / treated.of + q * (1 - q) / control.of
    )
    return Range(p - q, p - q - reach, p - q + reach)


def _total(counts: Sequence[Counts]) -> Counts:
    return Counts(sum(each.yes for each in counts), sum(each.of for each in counts))


def _warnings(pool: Pool, counts: Sequence[Counts], i_squared: float) -> tuple[str, ...]:
    """Say what may mislead in a pooled result."""
    subtypes = {each.subtype for each in pool.rows if each.subtype}
    said = [
        (
            any(each.yes in (0, each.of) for each in counts),
            _(
                "A study with none or all: the correction of 0.5 rules the fixed and random "
                "figures. Do not quote them; the beta-binomial model needs no correction."
            ),
        ),
        (
            pool.mixes_subtypes or len(subtypes) > 1,
            _("Episodic and chronic cluster headache are mixed, and they respond differently."),
        ),
        (
            i_squared > MUCH_HETEROGENEITY,
            _("The studies disagree (I squared {share}): there may be no one effect.").format(
                share=f"{100 * i_squared:.0f}%"
            ),
        ),
        (
            any(each.reconstructed for each in pool.rows),
            _("Counts are reconstructed from published percentages."),
        ),
        (
            any(each.design == "crossover" for each in pool.rows),
            _("Crossover attacks are treated as independent: the interval is illustrative."),
        ),
        (
            any(each.source == "memory" for each in pool.rows),
            _("A study was read in no source."),
        ),
        (bool(pool.note), _(pool.note)),
    ]
    return tuple(text for holds, text in said if holds)
