from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from surcease.analysis.result import Analysis, TreatmentEffect
from surcease.reports.charts.clock import clock_figure
from surcease.reports.charts.effects import effects_figure
from surcease.reports.charts.figure import Figure
from surcease.reports.charts.season import season_figure
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.grouping import acutes, preventives
from surcease.reports.html.card import Card, Links, card
from surcease.reports.html.drawing import Drawing, drawing, drawing_for_any_screen
from surcease.reports.legible import legible

NO_LINKS: Links = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Shown:
    """An analysis with everything that is drawn of it: what the templates are given."""

    analysis: Analysis
    cards: list[Card]
    not_estimated: list[TreatmentEffect]
    acutes: list[TreatmentEffect]
    drawings: dict[str, Drawing | None]

    @property
    def context(self) -> dict[str, Any]:
        return {each.name: getattr(self, each.name) for each in fields(self)}

    @property
    def figures(self) -> Iterator[Figure]:
        """Yield every figure that stands on some page, each by its own name."""
        on_cards = (each.all_drawings for each in self.cards)
        for drawn in (*self.drawings.values(), *(one for some in on_cards for one in some)):
            if drawn:
                yield drawn.figure


def show(analysis: Analysis, links: Links = NO_LINKS) -> Shown:
    seen = legible(analysis)
    return Shown(
        analysis=seen,
        cards=_cards(seen, links),
        not_estimated=[each for each in preventives(seen) if each.reduction is None],
        acutes=acutes(seen),
        drawings=_drawings(seen),
    )


def _cards(analysis: Analysis, links: Links) -> list[Card]:
    estimated = [each for each in preventives(analysis) if each.reduction is not None]
    return [
        card(effect, f"treatment-{number}", analysis, links.get(effect.treatment, ()))
        for number, effect in enumerate(estimated, 1)
    ]


def _drawings(analysis: Analysis) -> dict[str, Drawing | None]:
    bouts = analysis.course.bouts if analysis.course else ()
    details = analysis.details
    return {
        "effects": drawing_for_any_screen(effects_figure(preventives(analysis))),
        "timeline": drawing(timeline_figure(details, bouts) if details else None),
        "clock": drawing(clock_figure(details.clock) if details else None),
        "season": drawing(season_figure(details.season) if details else None),
    }
