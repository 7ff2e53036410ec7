"""Everything that the pages show, made from the record: in a process of its own, it takes long."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from surcease.acute import analyze_acute
from surcease.acute.analyze import AcuteAnalysis
from surcease.analysis.analyze import analyze
from surcease.analysis.contract import to_json
from surcease.analysis.result import Analysis
from surcease.analysis.stored import to_stored
from surcease.diary import Diary
from surcease.diary.digest import digest
from surcease.reports.acute_report import acute_report
from surcease.reports.evidence_report import evidence_report
from surcease.reports.for_the_doctor import used
from surcease.reports.html import render_html
from surcease.reports.html.parts import (
    Part,
    acute_part,
    evidence_part,
    part_of_report,
    safety_part,
)
from surcease.reports.html.shown import show
from surcease.reports.in_browser import in_browser
from surcease.reports.own_result import own_result
from surcease.reports.safety_report import safety_report
from surcease.safety import check
from surcease.web.record.diary_of import diary_of_record
from surcease.web.results import keeping
from surcease.web.results.models import Result
from surcease.web.results.stages import Stage

type Say = Callable[[Stage, float], None]

PAGES: Mapping[str, tuple[Part, ...]] = {
    "timeline": (Part.TIMELINE, Part.DAYS),
    "works": (Part.GLANCE, Part.TREATMENTS, Part.AHEAD, Part.METHOD),
    "clock": (Part.RHYTHM,),
    "bouts": (Part.COURSE,),
}
"""Which sections of the report stand on which page."""


def make_results(say: Say) -> None:
    """Make and keep all there is to show, unless it is kept already."""
    revision = keeping.newest_revision()  # first: what is written meanwhile is new to the result
    if revision is None:
        return
    diary = diary_of_record()
    made_from = digest(diary)
    if keeping.renew(made_from, revision):
        return
    result = keeping.begin(made_from, revision)
    say(Stage.RULES, 0.0)
    keeping.keep(result, {"safety": safety_part(safety_report(check(diary)))}, {})
    say(Stage.ACUTE, 0.0)
    acute = analyze_acute(diary)
    keeping.keep(result, {"acute": acute_part(acute_report(acute))}, {})
    _make_analysis(result, diary, acute, say)
    keeping.finish(result)


def _make_analysis(result: Result, diary: Diary, acute: AcuteAnalysis, say: Say) -> None:
    say(Stage.COURSE, 0.0)
    analysis = analyze(diary, seed=keeping.SEED, progress=lambda done: say(Stage.COURSE, done))
    say(Stage.DRAWING, 1.0)
    shown = show(analysis)
    parts = {
        name: "".join(part_of_report(each, shown) for each in sections)
        for name, sections in PAGES.items()
    }
    parts["evidence"] = _evidence(diary, analysis, acute)
    parts["analysis.json"] = to_json(analysis, details=True)
    parts["analysis.stored"] = to_stored(analysis)
    parts["report.html"] = render_html(analysis)
    keeping.keep(result, parts, {each.name: in_browser(each) for each in shown.figures})


def _evidence(diary: Diary, analysis: Analysis, acute: AcuteAnalysis) -> str:
    return evidence_part(
        [evidence_report(each, own_result(each.key, analysis, acute)) for each in used(diary)]
    )
