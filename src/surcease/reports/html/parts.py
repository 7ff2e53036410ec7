"""Reports cut into their parts, as HTML in which every text is escaped, for pages to show."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from surcease.reports import check_sentences, sentences, severity_sentences, words
from surcease.reports.acute_report import AcuteReport
from surcease.reports.evidence_report import BESIDE, EvidenceReport
from surcease.reports.extra import report_extra
from surcease.reports.html import rendering
from surcease.reports.html.shown import Shown
from surcease.reports.safety_report import MEANINGS, TAGS, SafetyReport

with report_extra():
    from jinja2 import Environment

SHOWN_OPENLY = ("first", "compared", "use")
"""Tables of acute treatments that stand open; the rest folds away."""

MOST_EARLIER = 50
"""A note that was made more often than this lists no more of its times."""


class Part(StrEnum):
    """A section of the report on an analysis."""

    GLANCE = "glance"
    TIMELINE = "timeline"
    TREATMENTS = "treatments"
    AHEAD = "ahead"
    COURSE = "course"
    RHYTHM = "rhythm"
    DAYS = "days"
    METHOD = "method"


def part_of_report(part: Part, shown: Shown) -> str:
    return _rendered(part, **shown.context)


def acute_part(report: AcuteReport) -> str:
    return _rendered("acute", report=report, shown_openly=SHOWN_OPENLY)


def safety_part(report: SafetyReport) -> str:
    return _rendered(
        "safety", report=report, meanings=MEANINGS, tags=TAGS, most_earlier=MOST_EARLIER
    )


def evidence_part(reports: Sequence[EvidenceReport]) -> str:
    return _rendered("evidence", reports=reports, beside=BESIDE)


def _rendered(name: str, **context: object) -> str:
    return environment().get_template(f"{name}.html.j2").render(context)


def environment() -> Environment:
    made = rendering.environment()
    made.globals.update(
        words=words,
        sentences=sentences,
        severity_sentences=severity_sentences,
        check_sentences=check_sentences,
    )
    return made
