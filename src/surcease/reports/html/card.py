from __future__ import annotations

from dataclasses import dataclass

from surcease.analysis.result import (
    Analysis,
    ByDoseAmount,
    Checks,
    Prevented,
    TreatmentEffect,
    Verdict,
)
from surcease.reports import sentences
from surcease.reports.charts.dose_window import dose_window_figure
from surcease.reports.charts.effects import effect_figure
from surcease.reports.charts.placebo_dates import placebo_figure
from surcease.reports.charts.wear_off import wear_off_figure
from surcease.reports.html.drawing import Drawing, drawing


@dataclass(frozen=True, slots=True)
class Card:
    """What the page says of one treatment; `name` is the prefix of its ids."""

    name: str
    effect: TreatmentEffect
    wear_off_is_told: bool
    due_is_told: bool
    reduction: Drawing | None
    wear_off: Drawing | None
    prevented: Prevented | None = None
    by_dose_amount: ByDoseAmount | None = None
    checks: Checks | None = None
    placebo_dates: Drawing | None = None
    dose_window: Drawing | None = None


def card(effect: TreatmentEffect, name: str, analysis: Analysis) -> Card:
    is_told = effect.verdict != Verdict.CANNOT_TELL
    answers = analysis.answers if is_told else None
    checks = analysis.checks.get(effect.treatment) if analysis.checks else None
    return Card(
        name=name,
        effect=effect,
        wear_off_is_told=sentences.wear_off_is_told(effect),
        due_is_told=sentences.due_is_told(effect),
        reduction=drawing(effect_figure(effect, f"{name}-reduction")),
        wear_off=drawing(wear_off_figure(effect, f"{name}-wear-off")),
        prevented=answers.prevented.get(effect.treatment) if answers else None,
        by_dose_amount=answers.by_dose_amount.get(effect.treatment) if answers else None,
        checks=checks,
        placebo_dates=draw_placebo_dates(checks, name) if is_told else None,
        dose_window=draw_dose_window(checks, name),
    )


def draw_placebo_dates(checks: Checks | None, name: str) -> Drawing | None:
    found = checks and checks.placebo_dates
    return drawing(placebo_figure(found, f"{name}-placebo-dates")) if found else None


def draw_dose_window(checks: Checks | None, name: str) -> Drawing | None:
    found = checks and checks.dose_window
    return drawing(dose_window_figure(found, f"{name}-dose-window")) if found else None
