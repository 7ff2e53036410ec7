from __future__ import annotations

from typing import Any

from surcease.analysis.schedule import ScheduleAnalysis
from surcease.reports import schedule_sentences, sentences
from surcease.reports.charts.schedule import schedule_figure
from surcease.reports.html.drawing import drawing
from surcease.reports.html.illustrated import Illustrated
from surcease.reports.html.rendering import environment
from surcease.reports.legible import legible, legible_text
from surcease.reports.page_style import style
from surcease.safety.crisis import crisis_lines


def render_schedule_html(analysis: ScheduleAnalysis, notice: str | None = None) -> str:
    """Write a schedule as one HTML file that asks nothing of any network.

    `notice` is something to know before reading on, such as that the diary is simulated. Raises
    MissingExtra, on import of this package, where the `report` extra is not installed.
    """
    return (
        environment()
        .get_template("schedule.html.j2")
        .render(
            notice=legible_text(notice) if notice else None,
            crisis_lines=crisis_lines(),
            **_shown(analysis, "schedule"),
            **style(),
        )
    )


def schedule_part(analysis: ScheduleAnalysis, name: str) -> Illustrated:
    """Write what the page says of a schedule, for another page; `name` is that of its figure."""
    shown = _shown(analysis, name)
    html = environment().get_template("often_part.html.j2").render(shown)
    drawn = shown["drawing"]
    return Illustrated(html, (drawn.figure,) if drawn else ())


def _shown(analysis: ScheduleAnalysis, name: str) -> dict[str, Any]:
    shown = legible(analysis)
    return {
        "analysis": shown,
        "schedule": shown.schedule,
        "sentences": sentences,
        "say": schedule_sentences,
        "drawing": drawing(schedule_figure(shown.schedule, name)),
    }
