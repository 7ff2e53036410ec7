"""Which days a report speaks of, how complete they are, and what is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from surcease.acute import choices as acute_choices
from surcease.analysis.result import Analysis, Estimate, Timeline
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import sentences, words
from surcease.reports.attack_rates import WEEK_DAYS, Counted, ThenAndNow, then_and_now
from surcease.reports.choices import Part, ReportChoices

UNKNOWN_IS_OPEN = gettext_noop(
    "An unknown day is left open: it is never counted as a day without attacks."
)
NO_DAYS_IN_PERIOD = gettext_noop("No day of the chosen period is in this diary.")


def period(timeline: Timeline) -> str:
    last_on = timeline.from_on + timedelta(days=len(timeline.attacks) - 1)
    return words.day_range(timeline.from_on, last_on)


def completeness(timeline: Timeline) -> str:
    """Say how many days are known: "1,050 of 1,096 days known (96%), 46 unknown"."""
    total = len(timeline.attacks)
    unknown = sum(each is None for each in timeline.attacks)
    known = total - unknown
    share = words.percent(known / total)
    return _("{known} of {days} known ({share}), {unknown} unknown").format(
        known=f"{known:,}", days=words.count(total, "day"), share=share, unknown=f"{unknown:,}"
    )


def attacks(timeline: Timeline) -> str:
    counted = [each for each in timeline.attacks if each is not None]
    on_days = sum(each > 0 for each in counted)
    return _("{attacks} on {days}").format(
        attacks=words.count(sum(counted), "attack"), days=words.count(on_days, "day")
    )


def unknown_is_open() -> str:
    return _(UNKNOWN_IS_OPEN)


def whole_diary(analysis: Analysis, timeline: Timeline) -> str:
    """Say that estimates rest on more days than are shown; nothing where they do not."""
    said = _("estimates rest on the whole diary, {dates}; counts are those of the period")
    return _of_more_days(said, analysis, timeline)


def whole_diary_sentence(analysis: Analysis, timeline: Timeline) -> str:
    """Say the same in a sentence of its own."""
    said = _("The estimates rest on the whole diary, {dates}; counts are those of the period.")
    return _of_more_days(said, analysis, timeline)


def _of_more_days(said: str, analysis: Analysis, timeline: Timeline) -> str:
    days = analysis.days
    if days is None or days.observed + days.unknown == len(timeline.attacks):
        return ""
    return said.format(dates=words.day_range(days.from_on, days.to_on))


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
        yield _("Attacks a week now, fitted"), fitted


def _counted(compared: ThenAndNow) -> Iterator[tuple[str, str]]:
    yield _("Attacks a week at first"), _weekly(compared.then)
    yield _("Attacks a week of late"), _weekly(compared.now)


def _weekly(counted: Counted) -> str:
    dates = words.day_range(counted.from_on, counted.to_on)
    known = _("{known} of {days} known").format(
        known=counted.known_days, days=words.count(counted.days, "day")
    )
    rate = words.not_known() if counted.per_week is None else words.rate(counted.per_week)
    return f"{rate} ({dates}; {known})"


LEFT_OUT = {
    Part.ACUTE: gettext_noop("acute treatments"),
    Part.SAFETY: gettext_noop("safety notes"),
    Part.LABS: gettext_noop("laboratory values"),
    Part.TIMELINE: gettext_noop("the timeline"),
    Part.EVIDENCE: gettext_noop("published evidence"),
    Part.ENTRIES: gettext_noop("the list of entries"),
}


def left_out(choices: ReportChoices) -> str:
    """Say what the patient left out; treatments are counted, not named."""
    parts = [_(LEFT_OUT[part]) for part in Part if part in choices.leave_out]
    if number := len(choices.without_treatments):
        parts.append(words.count(number, "treatment"))
    said = _("Left out at the patient's wish: {parts}.").format(parts=", ".join(parts))
    return said if parts else ""


def known_days_only(analysis: Analysis) -> str:
    return sentences.no_days() if analysis.days is None else _(NO_DAYS_IN_PERIOD)


def intensities(by_intensity: dict[str, int]) -> str:
    """Say how bad attacks were, in bands: "severe (7 to 10) 65%, moderate (4 to 6) 30%"."""
    known = {int(level): number for level, number in by_intensity.items() if level.isdigit()}
    bands, total = acute_choices.choices().bands, sum(by_intensity.values())
    ends = [*(int(band.start) for band in bands[1:]), 11]
    shares = [
        f"{_(band.name)} ({words.span(f'{int(band.start)}', f'{end - 1}')}) "
        f"{words.percent(number / total)}"
        for band, end in zip(bands, ends, strict=True)
        if (number := sum(n for level, n in known.items() if band.start <= level < end))
    ]
    unknown = total - sum(known.values())
    listed = ", ".join([*shares[::-1], *([_not_written_down(unknown / total)] if unknown else [])])
    return _("intensity {shares}").format(shares=listed)


def _not_written_down(share: float) -> str:
    return _("not written down {share}").format(share=words.percent(share))
