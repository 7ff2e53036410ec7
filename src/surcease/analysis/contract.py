"""The JSON of an analysis: schema `surcease.analysis/1`, and what may stand beside it."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from surcease.analysis.result import Analysis, Answers, Checks, Course, Days, Forecast
from surcease.effects.effect import TreatmentEffect
from surcease.effects.estimate import DueDate, Estimate

SCHEMA = "surcease.analysis/1"
DIGITS = 6

type Json = dict[str, Any]


def to_json(analysis: Analysis, *, details: bool = False) -> str:
    """Return one line of JSON; `details` adds what the report draws, under a key of its own."""
    return json.dumps(to_dict(analysis, details=details), ensure_ascii=False, allow_nan=False)


def to_dict(analysis: Analysis, *, details: bool = False) -> Json:
    """Return an analysis as plain dicts, lists, numbers and texts."""
    document: Json = {
        "schema": SCHEMA,
        "days": analysis.days and days_dict(analysis.days),
        "course": analysis.course and course_dict(analysis.course),
        "treatments": [
            effect_dict(each)
            | answers_dict(each.treatment, analysis.answers)
            | {"checks": checks_dict(each.treatment, analysis.checks)}
            for each in analysis.treatments
        ],
        "forecast": analysis.answers and forecast_dict(analysis.answers.forecast),
        "diagnostics": plain(asdict(analysis.diagnostics)),
        "version": analysis.version,
        "seed": analysis.seed,
    }
    if details:
        document["details"] = analysis.details and plain(asdict(analysis.details))
    return document


def days_dict(days: Days) -> Json:
    return {
        "from": days.from_on.isoformat(),
        "to": days.to_on.isoformat(),
        "observed": days.observed,
        "unknown": days.unknown,
        "attacks": days.attacks,
    }


def course_dict(course: Course) -> Json:
    return {
        "subtype": course.subtype,
        "criteria": course.criteria,
        "bouts": [
            {
                "from": bout.from_on.isoformat(),
                "to": bout.to_on.isoformat(),
                "attacks": bout.attacks,
            }
            for bout in course.bouts
        ],
        "in_bout_now": rounded(course.in_bout_now),
        "attacks_per_day_now": estimate_dict(course.attacks_per_day_now),
    }


def effect_dict(effect: TreatmentEffect) -> Json:
    """Return one treatment; wear-off and next due are null for regimens, amounts for doses."""
    pulse = bool(effect.by_day)
    return {
        "treatment": effect.treatment,
        "role": effect.role,
        "doses": effect.doses,
        "first_on": effect.first_on.isoformat(),
        "last_on": effect.last_on.isoformat(),
        "reduction": estimate_dict(effect.reduction),
        "reduction_over": {
            str(days): estimate_dict(each) for days, each in effect.reduction_over.items()
        }
        if pulse
        else None,
        "by_day": [
            {"day": point.day, "reduction": estimate_dict(point.reduction)}
            for point in effect.by_day
        ]
        if pulse
        else None,
        "days_to_half": estimate_dict(effect.days_to_half),
        "next_due": due_dict(effect.next_due),
        "by_amount": [
            {
                "amount_per_day": each.amount_per_day,
                "unit": each.unit,
                "reduction": estimate_dict(each.reduction),
            }
            for each in effect.by_amount
        ]
        if effect.by_amount
        else None,
        "probability_fewer_attacks": rounded(effect.probability_fewer_attacks),
        "probability_half": rounded(effect.probability_half),
        "verdict": effect.verdict.value,
        "because": list(effect.because),
    }


def answers_dict(treatment: str, answers: Answers | None) -> Json:
    """Return what is answered of one treatment; null where nothing is, as for acute treatments."""
    prevented = answers and answers.prevented.get(treatment)
    by_dose_amount = answers and answers.by_dose_amount.get(treatment)
    severity = answers and answers.severity.get(treatment)
    return {
        "prevented": prevented and plain(asdict(prevented)),
        "by_dose_amount": by_dose_amount and plain(asdict(by_dose_amount)),
        "severity": severity and plain(asdict(severity)),
    }


def checks_dict(treatment: str, checks: dict[str, Checks] | None) -> Json | None:
    """Return what was asked of one estimate; null where nothing was."""
    found = checks and checks.get(treatment)
    return plain(asdict(found)) if found else None


def forecast_dict(forecast: Forecast) -> Json:
    """Return the days to come; treatments are keys."""
    return {
        "from": forecast.from_on.isoformat(),
        "to": forecast.to_on.isoformat(),
        "attacks": estimate_dict(forecast.attacks),
        "with_next_dose": {
            treatment: plain(asdict(each)) for treatment, each in forecast.with_next_dose.items()
        },
    }


def estimate_dict(estimate: Estimate | None) -> Json | None:
    if estimate is None:
        return None
    return {
        "median": rounded(estimate.median),
        "low": rounded(estimate.low),
        "high": rounded(estimate.high),
        "level": estimate.level,
    }


def due_dict(due: DueDate | None) -> Json | None:
    if due is None:
        return None
    return {
        "median": due.median.isoformat(),
        "low": due.low.isoformat(),
        "high": due.high.isoformat(),
    }


def rounded(value: float | None) -> float | None:
    """Return a number with as many digits as mean anything."""
    return None if value is None else round(value, DIGITS)


def plain(value: Any) -> Any:
    """Return nested dataclass content with dates as ISO text and floats rounded."""
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return rounded(value) if isinstance(value, float) else value
