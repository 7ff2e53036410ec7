"""Which days a report speaks of, how complete they are, and what is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.acute import choices as acute_choices
from surcease.analysis.result import Analysis, Estimate, Timeline
from surcease.reports import sentences, words
from surcease.reports.attack_rates import WEEK_DAYS, Counted, ThenAndNow, then_and_now
from surcease.reports.choices import Part, ReportChoices

UNKNOWN_IS_OPEN = "An unknown day is left open: it is never counted as a day without attacks."
NO_DAYS_IN_PERIOD = "No day of the chosen period is in this diary."


def period(timeline: Timeline) -> str:
    last_on = timeline.from_on + timedelta(days=len(timeline.attacks) - 1)
    return words.day_range(timeline.from_on, last_on)


def completeness(timeline: Timeline) -> str:
    """Say how many days are known: "1,050 of 1,096 days known (96%), 46 unknown"."""
    total = len(timeline.attacks)
    unknown = sum(each is None for each in timeline.attacks)
    known = total - unknown
    share = words.percent(known / total)
    return f"{known:,} of {words.count(total, 'day')} known ({share}), {unknown:,} unknown"


def attacks(timeline: Timeline) -> str:
    counted = [each for each in timeline.attacks if each is not None]
    on_days = sum(each > 0 for each in counted)
    return f"{words.count(sum(counted), 'attack')} on {words.count(on_days, 'day')}"


def whole_diary(analysis: Analysis, timeline: Timeline) -> str:
    """Say that estimates rest on more days than are shown; nothing where they do not."""
    days = analysis.days
    if days is None or days.observed + days.unknown == len(timeline.attacks):
        return ""
    span = words.day_range(days.from_on, days.to_on)
    return f"estimates rest on the whole diary, {span}; counts are those of the period"


def weeks(timeline: Timeline, now: Estimate | None) -> Iterator[tuple[str, str]]:
    """Say attacks a week at the beginning, of late, and as fitted for now."""
    compared = then_and_now(timeline)
    if compared:
        yield from _counted(compared)
    if now is not None:
        weekly = Estimate(
            WEEK_DAYS * now.median, WEEK_DAYS * now.low, WEEK_DAYS * now.high, now.level
        )
        level = words.interval(now.level)
        fitted = f"{words.rate(weekly.median)} ({level} {words.rate_range(weekly)})"
        yield "Attacks a week now, fitted", fitted


def _counted(compared: ThenAndNow) -> Iterator[tuple[str, str]]:
    yield "Attacks a week at first", _weekly(compared.then)
    yield "Attacks a week of late", _weekly(compared.now)


def _weekly(counted: Counted) -> str:
    dates = words.day_range(counted.from_on, counted.to_on)
    known = f"{counted.known_days} of {counted.days} days known"
    rate = words.not_known() if counted.per_week is None else words.rate(counted.per_week)
    return f"{rate} ({dates}; {known})"


LEFT_OUT = {
    Part.ACUTE: "acute treatments",
    Part.SAFETY: "safety notes",
    Part.LABS: "laboratory values",
    Part.TIMELINE: "the timeline",
    Part.EVIDENCE: "published evidence",
    Part.ENTRIES: "the list of entries",
}


def left_out(choices: ReportChoices) -> str:
    """Say what the patient left out; treatments are counted, not named."""
    parts = [LEFT_OUT[part] for part in Part if part in choices.leave_out]
    if number := len(choices.without_treatments):
        parts.append(words.count(number, "treatment"))
    return f"Left out at the patient's wish: {', '.join(parts)}." if parts else ""


def known_days_only(analysis: Analysis) -> str:
    return sentences.no_days() if analysis.days is None else NO_DAYS_IN_PERIOD


def intensities(by_intensity: dict[str, int]) -> str:
    """Say how bad attacks were, in bands: "severe (7 to 10) 65%, moderate (4 to 6) 30%"."""
    known = {int(level): number for level, number in by_intensity.items() if level.isdigit()}
    bands, total = acute_choices.choices().bands, sum(by_intensity.values())
    ends = [*(int(band.start) for band in bands[1:]), 11]
    shares = [
        f"{band.name} ({int(band.start)} to {end - 1}) {words.percent(number / total)}"
        for band, end in zip(bands, ends, strict=True)
        if (number := sum(n for level, n in known.items() if band.start <= level < end))
    ]
    unknown = total - sum(known.values())
    rest = [f"not written down {words.percent(unknown / total)}"] if unknown else []
    return f"intensity {', '.join([*shares[::-1], *rest])}"
