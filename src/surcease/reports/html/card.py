from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from surcease.analysis.result import (
    Analysis,
    ByDoseAmount,
    Checks,
    Prevented,
    SeverityEffect,
    TreatmentEffect,
    Verdict,
)
from surcease.reports import sentences
from surcease.reports.charts.dose_window import dose_window_figure
from surcease.reports.charts.effects import effect_figure
from surcease.reports.charts.influence import influence_figure
from surcease.reports.charts.placebo_dates import placebo_figure
from surcease.reports.charts.wear_off import wear_off_figure
from surcease.reports.charts.what_would_tell import what_would_tell_figure
from surcease.reports.html.drawing import Drawing, drawing


class Link(NamedTuple):
    """Where more is said of a treatment, and in which words."""

    address: str
    text: str


type Links = Mapping[str, tuple[Link, ...]]
"""Where there is more of each treatment, by its key as it is legible."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the page says of one treatment; `name` is the prefix of its ids.

    `checks` draw what was asked of the estimate, `would_tell` what would tell more.
    """

    name: str
    effect: TreatmentEffect
    change_is_told: bool
    wear_off_is_told: bool
    due_is_told: bool
    reduction: Drawing | None
    wear_off: Drawing | None
    prevented: Prevented | None = None
    by_dose_amount: ByDoseAmount | None = None
    severity: SeverityEffect | None = None
    checks: tuple[Drawing, ...] = ()
    would_tell: Drawing | None = None
    more: tuple[Link, ...] = ()

    @property
    def all_drawings(self) -> tuple[Drawing | None, ...]:
        return self.reduction, self.wear_off, *self.checks, self.would_tell


def card(
    effect: TreatmentEffect, name: str, analysis: Analysis, more: tuple[Link, ...] = ()
) -> Card:
    is_told = effect.verdict != Verdict.CANNOT_TELL
    answers = analysis.answers if is_told else None
    checks = analysis.checks.get(effect.treatment) if analysis.checks else None
    return Card(
        name=name,
        effect=effect,
        change_is_told=sentences.told_reduction(effect) is not None,
        wear_off_is_told=sentences.wear_off_is_told(effect),
        due_is_told=sentences.due_is_told(effect),
        reduction=drawing(effect_figure(effect, f"{name}-reduction")),
        wear_off=drawing(wear_off_figure(effect, f"{name}-wear-off")),
        prevented=answers.prevented.get(effect.treatment) if answers else None,
        by_dose_amount=answers.by_dose_amount.get(effect.treatment) if answers else None,
        severity=severity_of(effect, analysis),
        checks=draw_checks(checks, name) if checks and is_told else (),
        would_tell=draw_would_tell(checks, name) if checks else None,
        more=more,
    )


def severity_of(effect: TreatmentEffect, analysis: Analysis) -> SeverityEffect | None:
    """Return what is said of the attacks that remain; it does not hang on how many they are."""
    return analysis.answers.severity.get(effect.treatment) if analysis.answers else None


def draw_checks(checks: Checks, name: str) -> tuple[Drawing, ...]:
    placebo, window, influence = checks.placebo_dates, checks.dose_window, checks.influence
    figures = (
        placebo and placebo_figure(placebo, f"{name}-placebo-dates"),
        window and dose_window_figure(window, f"{name}-dose-window"),
        influence and influence_figure(influence, f"{name}-influence"),
    )
    drawn = (drawing(each or None) for each in figures)
    return tuple(each for each in drawn if each)


def draw_would_tell(checks: Checks, name: str) -> Drawing | None:
    found = checks.would_tell
    return drawing(what_would_tell_figure(found, f"{name}-would-tell")) if found else None
