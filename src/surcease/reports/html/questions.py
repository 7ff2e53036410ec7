from __future__ import annotations

from surcease.analysis.result import Checks, TreatmentEffect
from surcease.reports import sentences
from surcease.reports.html import parts
from surcease.reports.html.card import draw_checks, draw_would_tell
from surcease.reports.html.illustrated import Illustrated
from surcease.reports.legible import legible


def questions_part(effect: TreatmentEffect, checks: Checks, name: str) -> Illustrated:
    """Write what was asked of the estimate of one treatment; its figures begin with `name`."""
    seen, found = legible(effect), legible(checks)
    told = sentences.wear_off_is_told(seen)
    drawn = draw_checks(found, name) if told else ()
    would_tell = draw_would_tell(found, name)
    html = (
        parts.environment()
        .get_template("questions.html.j2")
        .render(effect=seen, told=told, checks=drawn, would_tell=would_tell)
    )
    drawings = (*drawn, would_tell) if would_tell else drawn
    return Illustrated(html, tuple(each.figure for each in drawings))
