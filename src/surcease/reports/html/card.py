from __future__ import annotations

from dataclasses import dataclass

from surcease.analysis.result import Answers, ByDoseAmount, Prevented, TreatmentEffect, Verdict
from surcease.reports import sentences
from surcease.reports.charts.effects import effect_figure
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


def card(effect: TreatmentEffect, name: str, answers: Answers | None) -> Card:
    told = answers if answers and effect.verdict != Verdict.CANNOT_TELL else None
    return Card(
        name=name,
        effect=effect,
        wear_off_is_told=sentences.wear_off_is_told(effect),
        due_is_told=sentences.due_is_told(effect),
        reduction=drawing(effect_figure(effect, f"{name}-reduction")),
        wear_off=drawing(wear_off_figure(effect, f"{name}-wear-off")),
        prevented=told.prevented.get(effect.treatment) if told else None,
        by_dose_amount=told.by_dose_amount.get(effect.treatment) if told else None,
    )
