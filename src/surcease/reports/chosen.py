"""A diary and its analysis, less what the patient does not want to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from surcease.analysis.result import (
    Analysis,
    Answers,
    Bout,
    Details,
    DoseLane,
    Timeline,
    TreatmentEffect,
)
from surcease.diary import Diary, Regimen, Span
from surcease.effects.reasons import MOVES_WITH, moves_with
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports.choices import Part, ReportChoices

UNNAMED = gettext_noop("another treatment")


def chosen_diary(diary: Diary, choices: ReportChoices) -> Diary:
    """Keep what was recorded in the period, of the treatments that may be named."""
    within, has_labs = choices.is_within, choices.has(Part.LABS)
    return replace(
        diary,
        coverage=tuple(each for each in diary.coverage if _reaches(each, choices)),
        attacks=tuple(each for each in diary.attacks if within(each.started_at.on)),
        doses=tuple(
            each
            for each in diary.doses
            if within(each.given_at.on) and choices.names(each.treatment)
        ),
        regimens=tuple(
            each
            for each in diary.regimens
            if _reaches(each, choices) and choices.names(each.treatment)
        ),
        days=tuple(each for each in diary.days if within(each.on)),
        labs=tuple(each for each in diary.labs if has_labs and within(each.taken_at.on)),
        ecgs=tuple(each for each in diary.ecgs if within(each.on)),
        symptoms=tuple(each for each in diary.symptoms if within(each.noticed_at.on)),
        notes=tuple(each for each in diary.notes if within(each.noted_at.on)),
    )


def nameable_diary(diary: Diary, choices: ReportChoices) -> Diary:
    """Keep all days, of the treatments that may be named: rules look back beyond a period."""
    return replace(
        diary,
        doses=tuple(each for each in diary.doses if choices.names(each.treatment)),
        regimens=tuple(each for each in diary.regimens if choices.names(each.treatment)),
        medicines=tuple(each for each in diary.medicines if choices.names(each.medicine)),
        labs=diary.labs if choices.has(Part.LABS) else (),
    )


def chosen_analysis(analysis: Analysis, choices: ReportChoices) -> Analysis:
    """Keep the days of the period, and every estimate of the treatments that may be named.

    Estimates stay those of the whole diary.
    """
    details = analysis.details and _details(analysis.details, choices)
    return replace(
        analysis,
        treatments=tuple(
            _without_names(each, choices)
            for each in analysis.treatments
            if choices.names(each.treatment)
        ),
        details=details,
        answers=analysis.answers and _answers(analysis.answers, choices),
        checks=None,
    )


def bouts_within(bouts: tuple[Bout, ...], timeline: Timeline) -> tuple[Bout, ...]:
    """Keep the bouts that reach into a timeline."""
    last_on = timeline.from_on + timedelta(days=len(timeline.attacks) - 1)
    return tuple(
        each for each in bouts if each.from_on <= last_on and timeline.from_on <= each.to_on
    )


def _reaches(each: Regimen | Span, choices: ReportChoices) -> bool:
    begins_in_time = each.from_on <= (choices.to_on or date.max)
    return begins_in_time and (each.to_on or date.max) >= (choices.from_on or date.min)


def _details(details: Details, choices: ReportChoices) -> Details:
    lanes = (each for each in details.lanes if choices.names(each.treatment))
    return replace(
        details,
        timeline=_timeline(details.timeline, choices),
        lanes=tuple(_lane(each, choices) for each in lanes),
        unrecognised=tuple(each for each in details.unrecognised if choices.names(each)),
    )


def _timeline(timeline: Timeline, choices: ReportChoices) -> Timeline:
    days = range(len(timeline.attacks))
    kept = [day for day in days if choices.is_within(timeline.from_on + timedelta(days=day))]
    if not kept:
        return Timeline(timeline.from_on, (), (), (), (), ())
    part = slice(kept[0], kept[-1] + 1)
    return Timeline(
        from_on=timeline.from_on + timedelta(days=kept[0]),
        attacks=timeline.attacks[part],
        rate=timeline.rate[part],
        rate_low=timeline.rate_low[part],
        rate_high=timeline.rate_high[part],
        in_bout=timeline.in_bout[part],
    )


def _lane(lane: DoseLane, choices: ReportChoices) -> DoseLane:
    return replace(lane, given_on=tuple(on for on in lane.given_on if choices.is_within(on)))


def _answers(answers: Answers, choices: ReportChoices) -> Answers:
    return replace(
        answers,
        prevented=_nameable(answers.prevented, choices),
        by_dose_amount=_nameable(answers.by_dose_amount, choices),
        severity=_nameable(answers.severity, choices),
    )


def _nameable[T](by_treatment: Mapping[str, T], choices: ReportChoices) -> dict[str, T]:
    return {name: each for name, each in by_treatment.items() if choices.names(name)}


def _without_names(effect: TreatmentEffect, choices: ReportChoices) -> TreatmentEffect:
    """Keep a reason that tells of two treatments from naming the one that is left out."""
    return replace(effect, because=tuple(_reason(code, choices) for code in effect.because))


def _reason(code: str, choices: ReportChoices) -> str:
    name, _colon, other = code.partition(":")
    hidden = name == MOVES_WITH and not choices.names(other)
    return moves_with(_(UNNAMED)) if hidden else code
