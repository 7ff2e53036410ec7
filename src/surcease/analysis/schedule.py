"""How often a treatment is given, and what other intervals would come to: surcease.schedule/1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from surcease.analysis.analyze import count_days, diagnose
from surcease.analysis.contract import Json, days_dict, estimate_dict, plain, rounded
from surcease.analysis.fitted import Fitted, Progress, fit_diary
from surcease.analysis.result import Days, Diagnostics, TreatmentEffect, Verdict
from surcease.diary import Diary, DiaryError
from surcease.effects import reasons
from surcease.effects.dose_gaps import DoseGaps
from surcease.effects.given import Given, given_treatments
from surcease.effects.schedule import Schedule, schedule, usual_intervals
from surcease.effects.treatment_effects import treatment_effects
from surcease.formulary import Action, treatment_named
from surcease.version import __version__

SCHEMA = "surcease.schedule/1"


@dataclass(frozen=True, slots=True)
class ScheduleAnalysis:
    """A schedule with the days that it rests on; `days` is None if no day is known."""

    days: Days | None
    schedule: Schedule
    diagnostics: Diagnostics
    version: str
    seed: int


def analyze_schedule(
    diary: Diary,
    treatment: str,
    intervals_days: Sequence[int] | None = None,
    *,
    seed: int = 0,
    progress: Progress = lambda _: None,
) -> ScheduleAnalysis:
    """Say what steady doses of a treatment would come to, at each interval between them.

    Without intervals these are around the published duration. Raises DiaryError where the diary has
    no dose of the treatment, or where its doses do not act for a while.
    """
    given = find_pulse(diary, treatment)
    fitted = fit_diary(diary, seed, progress=progress)
    if fitted is None:
        return nothing_known(given, seed)
    (effect,) = (
        each
        for each in treatment_effects(fitted.arrays, fitted.posterior, fitted.treatments)
        if each.treatment == given.key
    )
    return schedule_of(fitted, effect, intervals_days)


def schedule_of(
    fitted: Fitted, effect: TreatmentEffect, intervals_days: Sequence[int] | None = None
) -> ScheduleAnalysis:
    """Say the same from a diary that is fitted already, of a treatment whose doses act for days."""
    found = schedule(
        fitted.arrays,
        fitted.posterior,
        fitted.paths,
        effect,
        intervals_days or default_intervals(fitted, effect.treatment),
    )
    days = count_days(fitted.arrays.days)
    return ScheduleAnalysis(days, found, diagnose(fitted.posterior), __version__, fitted.seed)


def find_pulse(diary: Diary, treatment: str) -> Given:
    known = treatment_named(treatment)
    name = known.name if known else "this treatment"
    key = known.key if known else treatment.strip()
    given = next((each for each in given_treatments(diary) if each.key == key), None)
    if given is None and known is None:
        raise DiaryError("neither diary nor formulary has a treatment of this name")
    if given is None:
        raise DiaryError(f"the diary has nothing of {name}")
    if given.action is not Action.PULSE:
        raise DiaryError(f"doses of {name} do not act for days: there is no interval to ask for")
    return given


def default_intervals(fitted: Fitted, key: str) -> list[int]:
    (pulse,) = (each for each in fitted.arrays.pulses if each.given.key == key)
    return usual_intervals(pulse)


def nothing_known(given: Given, seed: int) -> ScheduleAnalysis:
    because = (reasons.NO_KNOWN_DAYS,)
    gaps = DoseGaps(None, None, None)
    untold = Schedule(given.key, given.name, given.times, Verdict.CANNOT_TELL, because, gaps)
    return ScheduleAnalysis(
        None, untold, Diagnostics("none", None, 0.0, None, because), __version__, seed
    )


def to_json(analysis: ScheduleAnalysis) -> str:
    return json.dumps(to_dict(analysis), ensure_ascii=False, allow_nan=False)


def to_dict(analysis: ScheduleAnalysis) -> Json:
    told = analysis.schedule
    return {
        "schema": SCHEMA,
        "days": analysis.days and days_dict(analysis.days),
        "treatment": told.treatment,
        "doses": told.doses,
        "shortest_days": rounded(told.gaps.shortest_days),
        "usual_days": rounded(told.gaps.usual_days),
        "seen_to_days": rounded(told.gaps.seen_to_days),
        "attacks_per_month_as_given": estimate_dict(told.as_given),
        "attacks_per_month_without": estimate_dict(told.without),
        "by_interval": [
            {
                "every_days": each.every_days,
                "attacks_per_month": estimate_dict(each.attacks),
                "reduction": estimate_dict(each.reduction),
                "seen": each.seen,
            }
            for each in told.by_interval
        ],
        "verdict": told.verdict.value,
        "because": list(told.because),
        "diagnostics": plain(asdict(analysis.diagnostics)),
        "version": analysis.version,
        "seed": analysis.seed,
    }
