from __future__ import annotations

from surcease.analysis.schedule import ScheduleAnalysis
from surcease.reports import schedule_sentences, sentences
from surcease.reports.charts.schedule import schedule_figure
from surcease.reports.html.drawing import drawing
from surcease.reports.html.rendering import environment, style
from surcease.reports.legible import legible, legible_text
from surcease.safety.crisis import crisis_lines


def render_schedule_html(analysis: ScheduleAnalysis, notice: str | None = None) -> str:
    """Write a schedule as one HTML file that asks nothing of any network.

    `notice` is something to know before reading on, such as that the diary is simulated. Raises
    MissingExtra, on import of this package, where the `report` extra is not installed.
    """
    shown = legible(analysis)
    return (
        environment()
        .get_template("schedule.html.j2")
        .render(
            analysis=shown,
            schedule=shown.schedule,
            sentences=sentences,
            say=schedule_sentences,
            notice=legible_text(notice) if notice else None,
            drawing=drawing(schedule_figure(shown.schedule)),
            crisis_lines=crisis_lines(),
            **style(),
        )
    )
