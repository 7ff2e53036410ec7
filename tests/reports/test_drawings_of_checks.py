from dataclasses import replace
from math import nan
from xml.etree import ElementTree as ET

import pytest

from strategies.analyses import HOSTILE
from strategies.checks import influence, placebo, window, would_tell
from surcease.effects.estimate import Estimate
from surcease.reports.charts.dose_window import dose_window_figure
from surcease.reports.charts.influence import influence_figure
from surcease.reports.charts.placebo_dates import placebo_figure
from surcease.reports.charts.what_would_tell import what_would_tell_figure
from surcease.reports.in_browser import in_browser
from surcease.reports.svg import svg

NOTHING = Estimate(nan, nan, nan)


def figures(**named):
    return [
        dose_window_figure(window(**named), "window"),
        placebo_figure(placebo(**named), "placebo"),
        influence_figure(influence(0.01, -0.2, 0.0, **named), "influence"),
        what_would_tell_figure(would_tell(**named), "tell"),
    ]


@pytest.mark.parametrize("figure", figures(), ids=lambda each: each.name)
def test_a_check_is_drawn_in_the_ink_of_the_page(figure):
    root = ET.fromstring(svg(figure))  # noqa: S314 - drawn here
    used = {
        value
        for element in root.iter()
        for name, value in element.attrib.items()
        if name in ("fill", "stroke")
    }
    assert used <= {"none", "currentColor", "var(--accent, currentColor)", "transparent"}
    assert figure.description
    assert len({len(row) for row in (figure.numbers.headings, *figure.numbers.rows)}) == 1


@pytest.mark.parametrize("name", HOSTILE[:2])
def test_a_hostile_name_is_drawn_as_text(name):
    for figure in figures(name=name):
        assert "script" not in {each.tag for each in ET.fromstring(svg(figure)).iter()}  # noqa: S314


def test_the_table_of_placebo_dates_goes_from_the_least_to_the_most():
    rows = dict(placebo_figure(placebo(), "placebo").numbers.rows)
    assert rows["Real dates"] == "37% fewer"
    assert rows["Moved dates, least"] == "40% more"
    assert rows["Moved dates, most"] == "19% fewer"


def test_a_reduction_beyond_the_scale_is_drawn_at_its_edge():
    far = replace(placebo(), moved_reduction=(-5.0, 0.999, 1.0))
    bars = placebo_figure(far, "placebo").spec["layer"][0]["data"]["values"]
    assert [(bar["from"], bar["to"]) for bar in bars] == [(-1.0, -0.95), (0.95, 1.0)]
    assert sum(bar["patterns"] for bar in bars) == 3


def test_the_doses_that_matter_most_stand_first_in_the_table():
    rows = influence_figure(influence(0.01, -0.2, 0.05), "influence").numbers.rows
    assert [row[0] for row in rows] == ["none left out", "7 Feb 2023", "7 Mar 2023", "10 Jan 2023"]


def test_without_numbers_nothing_is_drawn():
    empty = replace(
        window(), by_day=tuple(replace(each, fitted=NOTHING) for each in window().by_day)
    )
    assert dose_window_figure(empty, "window") is None
    assert what_would_tell_figure(replace(would_tell(), outlooks=()), "tell") is None
    lost = influence(0.1)
    broken = replace(lost, without=tuple(replace(x, reduction=NOTHING) for x in lost.without))
    assert influence_figure(broken, "influence") is None


def test_a_browser_is_told_the_ends_of_time_as_numbers():
    vega = in_browser(influence_figure(influence(0.01, -0.2), "influence"))["vega"]
    (time,) = (each for each in vega["scales"] if each["name"] == "x")
    (ends,) = time["domain"]["fields"]
    assert ends == sorted(ends)
    assert all(isinstance(each, int) for each in ends)


@pytest.mark.parametrize("figure", figures()[::2], ids=lambda each: each.name)
def test_a_wide_drawing_has_another_for_a_phone(figure):
    assert figure.narrow["width"] < 390 < figure.spec["width"]
