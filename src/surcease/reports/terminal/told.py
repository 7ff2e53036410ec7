"""All that is said of one treatment, gathered from an analysis."""

from __future__ import annotations

from typing import NamedTuple, Self

from surcease.analysis.result import (
    Analysis,
    ByDoseAmount,
    Checks,
    Prevented,
    SeverityEffect,
    TreatmentEffect,
)
from surcease.reports import sentences


class Told(NamedTuple):
    """An effect with its answers and checks; None where there is nothing to say."""

    effect: TreatmentEffect
    severity: SeverityEffect | None
    prevented: Prevented | None
    by_dose_amount: ByDoseAmount | None
    checks: Checks | None
    due_is_past: bool

    @classmethod
    def of(cls, effect: TreatmentEffect, analysis: Analysis) -> Self:
        key, answers = effect.treatment, analysis.answers
        sized = answers if sentences.wear_off_is_told(effect) else None
        due = effect.next_due if sentences.due_is_told(effect) else None
        return cls(
            effect,
            answers.severity.get(key) if answers else None,
            sized.prevented.get(key) if sized else None,
            sized.by_dose_amount.get(key) if sized else None,
            analysis.checks.get(key) if analysis.checks else None,
            bool(due and analysis.days and sentences.is_past(analysis.days, due)),
        )
