from __future__ import annotations

from surcease.analysis.result import Analysis
from surcease.reports import sentences, severity_sentences, words
from surcease.reports.charts.clock import clock_figure
from surcease.reports.charts.effects import effects_figure
from surcease.reports.charts.season import season_figure
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.extra import report_extra
from surcease.reports.grouping import acutes, preventives
from surcease.reports.html import rendering
from surcease.reports.html.card import Card, card
from surcease.reports.html.drawing import Drawing, drawing
from surcease.reports.legible import legible, legible_text
from surcease.safety.crisis import crisis_lines

with report_extra():
    from jinja2 import Environment

TITLE = "What this headache diary shows"


def render_html(analysis: Analysis, title: str = TITLE, notice: str | None = None) -> str:
    """Write the report as one HTML file that asks nothing of any network.

    Parameters
    ----------
    title
        The heading. Nothing that identifies the patient is added to it.
    notice
        Something to know before reading on, such as that the diary is simulated.

    Raises
    ------
    MissingExtra
        The `report` extra is not installed (on import of this package).
    """
    shown = legible(analysis)
    page = _environment().get_template("page.html.j2")
    return page.render(
        analysis=shown,
        title=legible_text(title),
        notice=legible_text(notice) if notice else None,
        cards=_cards(shown),
        not_estimated=[each for each in preventives(shown) if each.reduction is None],
        acutes=acutes(shown),
        drawings=_drawings(shown),
        crisis_lines=crisis_lines(),
        **rendering.style(),
    )


def _environment() -> Environment:
    environment = rendering.environment()
    environment.globals.update(
        words=words, sentences=sentences, severity_sentences=severity_sentences
    )
    return environment


def _cards(analysis: Analysis) -> list[Card]:
    estimated = [each for each in preventives(analysis) if each.reduction is not None]
    return [
        card(effect, f"treatment-{number}", analysis) for number, effect in enumerate(estimated, 1)
    ]


def _drawings(analysis: Analysis) -> dict[str, Drawing | None]:
    bouts = analysis.course.bouts if analysis.course else ()
    details = analysis.details
    return {
        "effects": drawing(effects_figure(preventives(analysis))),
        "timeline": drawing(timeline_figure(details, bouts) if details else None),
        "clock": drawing(clock_figure(details.clock) if details else None),
        "season": drawing(season_figure(details.season) if details else None),
    }
