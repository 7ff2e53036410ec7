"""What a report is made of, before it is put into words: everything is cut to the choices here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from surcease.acute.analyze import AcuteAnalysis, analyze_acute
from surcease.analysis.result import Analysis, Bout, Estimate, Timeline, TreatmentEffect
from surcease.course.summary import AttackSummary, attack_summary
from surcease.diary import Diary, digest
from surcease.formulary.ideation import without_ideation
from surcease.formulary.treatment import Role
from surcease.reports.choices import Private, ReportChoices
from surcease.reports.chosen import (
    bouts_within,
    chosen_analysis,
    chosen_diary,
    nameable_diary,
)
from surcease.reports.entries import EntryIds
from surcease.reports.grouping import preventives
from surcease.reports.names import with_names_in_words
from surcease.reports.tried import Tried, tried
from surcease.safety import SafetyCheck, check
from surcease.safety.check import last_day

NO_DATE = date(1970, 1, 1)
"""Of the report of a diary that names no day at all."""


@dataclass(frozen=True, slots=True)
class Content:
    """A diary and its analysis as one report shows them.

    Parameters
    ----------
    whole, diary
        The diary as it is, and what is shown of it.
    analysis
        Of the whole diary, less what is not shown.
    timeline
        The days of the period; None where there is none.
    last_on
        The last day spoken of.
    """

    choices: ReportChoices
    whole: Diary
    diary: Diary
    analysis: Analysis
    timeline: Timeline | None
    last_on: date
    given: tuple[Tried, ...]
    ids: EntryIds
    digest: str

    @property
    def bouts(self) -> tuple[Bout, ...]:
        course = self.analysis.course
        return bouts_within(course.bouts, self.timeline) if course and self.timeline else ()

    @property
    def now(self) -> Estimate | None:
        """The attacks a day at the end of the diary, where the period reaches as far."""
        days, course = self.analysis.days, self.analysis.course
        return (
            course.attacks_per_day_now if course and days and days.to_on == self.last_on else None
        )

    @property
    def preventives(self) -> list[TreatmentEffect]:
        """The treatments that were given in the period and are not acute, the clearest first."""
        shown = {each.key for each in self.given}
        return [each for each in preventives(self.analysis) if each.treatment in shown]

    @property
    def tried_by_key(self) -> dict[str, Tried]:
        return {each.key: each for each in self.given}

    @property
    def acutes(self) -> list[Tried]:
        """The acute treatments, the most used first."""
        found = (each for each in self.given if each.role == Role.ACUTE)
        return sorted(found, key=lambda each: -each.times)

    def attack_summary(self) -> AttackSummary:
        return attack_summary(self.diary)

    def acute(self) -> AcuteAnalysis:
        return analyze_acute(self.diary)

    def safety(self) -> SafetyCheck:
        """Return what rules say of days in the period; they look back beyond it."""
        if self.timeline is None and (self.choices.from_on or self.choices.to_on):
            return SafetyCheck(self.last_on, (), ())
        found = check(nameable_diary(self.whole, self.choices), self.last_on)
        within = tuple(each for each in found.findings if self.choices.is_within(each.on))
        return SafetyCheck(found.as_of, within, found.needs)


def content(diary: Diary, analysis: Analysis, choices: ReportChoices) -> Content:
    choices.check_names(each.treatment for each in diary.doses + diary.regimens)
    shown = with_names_in_words(chosen_analysis(analysis, choices))
    # Rows keep their places in their tables: nothing that has an id is left out here.
    said = diary if Private.IDEATION in choices.put_in else without_ideation(diary)[0]
    kept = chosen_diary(said, choices)
    timeline = shown.details.timeline if shown.details else None
    timeline = timeline if timeline and timeline.attacks else None
    last_on = _last_day(diary, timeline, choices)
    return Content(
        choices=choices,
        whole=said,
        diary=kept,
        analysis=shown,
        timeline=timeline,
        last_on=last_on,
        given=tried(kept, timeline, last_on),
        ids=EntryIds.of(said),
        digest=digest(diary),
    )


def _last_day(diary: Diary, timeline: Timeline | None, choices: ReportChoices) -> date:
    if timeline:
        return timeline.from_on + timedelta(days=len(timeline.attacks) - 1)
    return choices.to_on or max(last_day(diary), NO_DATE)
