from dataclasses import replace

import pytest
from tests.reports.reading import terminal_of
from tests.strategies.analyses import published_case

from surcease.analysis.result import Analysis, Verdict
from surcease.reports.charts.effects import effect_figure, effects_figure
from surcease.reports.html import render_html
from surcease.reports.own_result import own_result

VERAPAMIL, BOTOX, MAGNESIUM = published_case().treatments[:3]


def told(verdict: Verdict) -> Analysis:
    """Return an analysis of verapamil, by its amounts, and of infusions, both with a verdict."""
    both = (replace(VERAPAMIL, verdict=verdict), replace(MAGNESIUM, verdict=verdict))
    return replace(published_case(), treatments=both, details=None, answers=None)


SIZES = ("61% fewer", "38% to 77% fewer", "almost certain (over 99%)", "240 mg", "360 mg")


def sizes_in(text: str) -> list[str]:
    return [size for size in SIZES if size in " ".join(text.split())]


@pytest.mark.parametrize("width", [40, 120])
def test_the_terminal_shows_none(width):
    assert sizes_in(terminal_of(told(Verdict.STRONG), width)) == list(SIZES)
    assert sizes_in(terminal_of(told(Verdict.CANNOT_TELL), width)) == []


def test_the_page_shows_none():
    assert sizes_in(render_html(told(Verdict.STRONG))) == list(SIZES)
    assert sizes_in(render_html(told(Verdict.CANNOT_TELL))) == []


def test_the_reason_is_still_given():
    case = told(Verdict.CANNOT_TELL)
    because = replace(case.treatments[1], because=("moves_with:verapamil",))
    for shown in (terminal_of(replace(case, treatments=(because,))), render_html(case)):
        assert "cannot tell" in shown
    assert "given or changed together with" in terminal_of(replace(case, treatments=(because,)))


def test_it_is_not_drawn():
    untold = replace(MAGNESIUM, verdict=Verdict.CANNOT_TELL)
    assert effect_figure(untold, "magnesium") is None
    figure = effects_figure([untold, BOTOX])
    assert figure is not None
    assert [row[0] for row in figure.numbers.rows] == [BOTOX.name]


def test_none_stands_beside_what_is_published():
    (said,) = own_result(MAGNESIUM.treatment, told(Verdict.CANNOT_TELL), None)
    assert said.startswith("? cannot tell: ")
    assert "fewer" not in said
