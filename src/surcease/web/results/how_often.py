"""How often: attacks a month against the interval between doses, of each treatment that has one."""

from __future__ import annotations

from collections.abc import Iterable

from surcease.analysis.fitted import Fitted
from surcease.analysis.result import Analysis
from surcease.analysis.schedule import schedule_of
from surcease.reports.html.illustrated import Illustrated
from surcease.reports.html.schedule import schedule_part
from surcease.web.results.treatments import Treatment


def how_often(
    fitted: Fitted, analysis: Analysis, treatments: Iterable[Treatment]
) -> dict[str, Illustrated]:
    """Answer for every treatment whose doses act for days, from the fit of the analysis."""
    effects = {each.treatment: each for each in analysis.treatments}
    return {
        each.how_often_part: schedule_part(
            schedule_of(fitted, effects[each.key]), each.how_often_part
        )
        for each in treatments
        if each.how_often
    }
