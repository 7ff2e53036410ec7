"""Everything that the pages show, made from the record: in a process of its own, it takes long."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from surcease.acute.analyze import AcuteAnalysis, analyze_acute
from surcease.analysis.analyze import describe, nothing_known
from surcease.analysis.contract import to_json
from surcease.analysis.fitted import Fitted, fit_diary
from surcease.analysis.result import Analysis
from surcease.analysis.stored import to_stored
from surcease.diary import Diary
from surcease.diary.digest import digest
from surcease.inference.compile import before_compiling
from surcease.reports.acute_report import acute_report
from surcease.reports.evidence_report import evidence_report
from surcease.reports.for_the_doctor import used
from surcease.reports.html import render_html
from surcease.reports.html.illustrated import Illustrated
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
from surcease.web.results.estimated import estimated, links
from surcease.web.results.how_often import how_often
from surcease.web.results.models import Result
from surcease.web.results.stages import Stage
from surcease.web.results.treatments import KEPT_AS, as_text

type Say = Callable[[Stage, float], None]

PAGES: Mapping[str, tuple[Part, ...]] = {
    "timeline": (Part.TIMELINE, Part.DAYS),
    "works": (Part.GLANCE, Part.TREATMENTS, Part.AHEAD, Part.METHOD),
    "clock": (Part.RHYTHM,),
    "bouts": (Part.COURSE,),
}
"""Which sections of the report stand on which page."""


@dataclass(frozen=True, slots=True)
class Made:
    """A whole result with the diary that it is of; `fitted` only where it was fitted just now."""

    result: Result
    diary: Diary
    fitted: Fitted | None = None


def make_results(say: Say) -> Made | None:
    """Make and keep all there is to show, unless it is kept already; None where nothing is."""
    revision = keeping.newest_revision()  # first: what is written meanwhile is new to the result
    if revision is None:
        return None
    diary = diary_of_record()
    made_from = digest(diary)
    kept = keeping.renew(made_from, revision)
    if kept is not None:
        return Made(kept, diary)
    result = keeping.begin(made_from, revision)
    say(Stage.RULES, 0.0)
    keeping.keep(result, {"safety": safety_part(safety_report(check(diary)))}, {})
    say(Stage.ACUTE, 0.0)
    acute = analyze_acute(diary)
    keeping.keep(result, {"acute": acute_part(acute_report(acute))}, {})
    made = Made(result, diary, fit(diary, say))
    _make_analysis(made, acute, say)
    keeping.finish(result)
    return made


def keep_illustrated(result: Result, parts: Mapping[str, Illustrated]) -> None:
    """Keep parts with the figures in them."""
    figures = (figure for part in parts.values() for figure in part.figures)
    texts = {name: part.html for name, part in parts.items()}
    keeping.keep(result, texts, {each.name: in_browser(each) for each in figures})


def fit(diary: Diary, say: Say) -> Fitted | None:
    """Fit a diary; the first time, say that the engine must be compiled, which takes a minute."""
    say(Stage.COURSE, 0.0)
    with before_compiling(lambda: say(Stage.COMPILING, 0.0)):
        return fit_diary(diary, keeping.SEED, progress=lambda done: say(Stage.COURSE, done))


def _make_analysis(made: Made, acute: AcuteAnalysis, say: Say) -> None:
    fitted, diary = made.fitted, made.diary
    analysis = describe(fitted) if fitted else nothing_known(diary, keeping.SEED)
    say(Stage.DRAWING, 1.0)
    treatments = estimated(analysis)
    if fitted:
        keep_illustrated(made.result, how_often(fitted, analysis, treatments))
    shown = show(analysis, links(treatments))
    parts = {
        name: "".join(part_of_report(each, shown) for each in sections)
        for name, sections in PAGES.items()
    }
    parts[KEPT_AS] = as_text(treatments)
    parts["evidence"] = _evidence(diary, analysis, acute)
    parts["analysis.json"] = to_json(analysis, details=True)
    parts[keeping.STORED] = to_stored(analysis)
    parts["report.html"] = render_html(analysis)
    keeping.keep(made.result, parts, {each.name: in_browser(each) for each in shown.figures})


def _evidence(diary: Diary, analysis: Analysis, acute: AcuteAnalysis) -> str:
    return evidence_part(
        [evidence_report(each, own_result(each.key, analysis, acute)) for each in used(diary)]
    )
