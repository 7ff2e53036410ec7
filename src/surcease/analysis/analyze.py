from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from surcease.analysis.answers import answer
from surcease.analysis.fitted import Fitted, Progress, fit_diary
from surcease.analysis.lanes import dose_lanes
from surcease.analysis.result import (
    Analysis,
    Course,
    Days,
    Details,
    Diagnostics,
    Timeline,
    TreatmentEffect,
)
from surcease.course.bouts import Bout, find_bouts
from surcease.course.clock import clock
from surcease.course.criteria import newest_criteria
from surcease.course.season import season
from surcease.course.subtype import subtype, subtype_history
from surcease.course.summary import attack_summary
from surcease.diary import Day, DayState, Diary, Span
from surcease.effects import reasons
from surcease.effects.estimate import equal_weights, estimate
from surcease.effects.given import Given, given_treatments
from surcease.effects.treatment_effects import not_modelled, treatment_effects
from surcease.formulary import Action
from surcease.inference.posterior import Method, Posterior
from surcease.version import __version__

BAND = (0.025, 0.975)
SHARE_BEFORE_CHECKS = 0.2


def analyze(
    diary: Diary,
    *,
    seed: int = 0,
    method: Method = Method.AUTO,
    checks: bool = False,
    progress: Progress = lambda _: None,
) -> Analysis:
    """Say what a diary tells about the course and about every treatment in it.

    The same diary, version and seed give the same analysis. A diary that tells nothing gives an
    analysis that says so; it never raises. `checks` puts further questions to every estimate,
    which takes several times as long.
    """
    share = SHARE_BEFORE_CHECKS if checks else 1.0
    fitted = fit_diary(diary, seed, method, lambda done: progress(share * done))
    if fitted is None:
        return nothing_known(diary, seed)
    analysis = describe(fitted)
    if not checks:
        return analysis
    from surcease.analysis.checks import check  # noqa: PLC0415  most analyses ask for none

    checked = check(
        fitted, analysis.treatments, lambda done: progress(share + (1.0 - share) * done)
    )
    return replace(analysis, checks=checked)


def describe(fitted: Fitted) -> Analysis:
    """Return what follows from one posterior."""
    bouts = find_bouts(fitted.arrays.days, fitted.in_bout)
    return Analysis(
        days=count_days(fitted.arrays.days),
        course=describe_course(fitted, bouts),
        treatments=in_reading_order(
            treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
        ),
        diagnostics=diagnose(fitted.posterior),
        details=gather_details(fitted, bouts),
        version=__version__,
        seed=fitted.seed,
        answers=answer(fitted),
    )


def nothing_known(diary: Diary, seed: int) -> Analysis:
    """Return the analysis of a diary without one known day."""
    treatments = given_treatments(diary)
    effects = tuple(
        not_modelled(
            each,
            date.min,
            reasons.NO_KNOWN_DAYS if each.action is not Action.NONE else "",
        )
        for each in treatments
    )
    diagnostics = Diagnostics("none", None, 0.0, None, (reasons.NO_KNOWN_DAYS,))
    return Analysis(None, None, effects, diagnostics, None, __version__, seed)


def in_reading_order(effects: tuple[TreatmentEffect, ...]) -> tuple[TreatmentEffect, ...]:
    """Put what changes the attack rate first, each group by its first day."""
    return tuple(
        sorted(effects, key=lambda each: (each.reduction is None, each.first_on, each.treatment))
    )


def count_days(days: tuple[Day, ...]) -> Days:
    unknown = sum(1 for day in days if day.state is DayState.UNKNOWN)
    attacks = sum(day.attacks or 0 for day in days)
    return Days(days[0].on, days[-1].on, len(days) - unknown, unknown, attacks)


def describe_course(fitted: Fitted, bouts: tuple[Bout, ...]) -> Course:
    days, criteria = fitted.arrays.days, newest_criteria()
    now = fitted.paths.rate[:, -1]
    finding = subtype(bouts, days, days[-1].on, criteria, treated_spans(fitted))
    return Course(
        subtype=finding.subtype.value,
        criteria=finding.criteria,
        bouts=bouts,
        in_bout_now=float(fitted.in_bout[-1]),
        attacks_per_day_now=estimate(now, equal_weights(now.size)),
    )


def treated_spans(fitted: Fitted) -> tuple[Span, ...]:
    """Return when a treatment that can shorten a bout was being taken."""
    last_on = fitted.arrays.days[-1].on
    exposed: tuple[Given, ...] = (
        *(each.given for each in fitted.arrays.pulses),
        *(each.given for each in fitted.arrays.regimens),
    )
    return tuple(Span(*each.span(last_on)) for each in exposed)


def diagnose(posterior: Posterior) -> Diagnostics:
    warnings = () if posterior.reliable else (reasons.SAMPLING_UNCERTAIN,)
    return Diagnostics(
        posterior.method, posterior.pareto_k, posterior.ess, posterior.log_evidence, warnings
    )


def gather_details(fitted: Fitted, bouts: tuple[Bout, ...]) -> Details:
    days = fitted.arrays.days
    return Details(
        attacks=attack_summary(fitted.diary),
        clock=clock(fitted.attacks),
        season=season(days),
        timeline=draw_timeline(fitted),
        lanes=dose_lanes(fitted.treatments, days[-1].on),
        subtypes=subtype_history(bouts, days, newest_criteria(), treated_spans(fitted)),
        unrecognised=tuple(each.key for each in fitted.treatments if each.known is None),
    )


def draw_timeline(fitted: Fitted) -> Timeline:
    rate = fitted.arrays.by_day(fitted.paths.rate)
    low, high = np.quantile(rate, BAND, axis=0)
    return Timeline(
        from_on=fitted.arrays.days[0].on,
        attacks=tuple(day.attacks for day in fitted.arrays.days),
        rate=tuple(rate.mean(axis=0).tolist()),
        rate_low=tuple(low.tolist()),
        rate_high=tuple(high.tolist()),
        in_bout=tuple(fitted.in_bout.tolist()),
    )
