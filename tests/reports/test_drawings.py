import os
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from tests.strategies.analyses import HOSTILE, extremes, published_case, with_names

from surcease.reports.charts.effects import effects_figure
from surcease.reports.charts.figure import Figure, Table
from surcease.reports.charts.theme import themed
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.grouping import preventives
from surcease.reports.legible import legible
from surcease.reports.svg import NAMESPACE, svg

BARE = {"mark": "point", "encoding": {"x": {"datum": 1}}}

DRAW = """
from tests.strategies.analyses import extremes
from surcease.reports.charts.timeline import timeline_figure
from surcease.reports.svg import svg
details = extremes()["twenty days"].details
print(svg(timeline_figure(details, ())))
"""


def figure(spec=BARE, title="A title", description="A description."):
    return Figure("name", title, description, "", themed(spec), Table((), ()))


def parsed(drawn):
    return ET.fromstring(drawn)  # noqa: S314 - drawn here


def timeline_of(analysis):
    return timeline_figure(legible(analysis).details, analysis.course.bouts)


def test_a_drawing_is_one_image_named_by_its_title_and_description():
    root = parsed(svg(figure()))
    title, description = root[0], root[1]
    assert (title.text, description.text) == ("A title", "A description.")
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_a_drawing_takes_its_ink_from_the_page():
    drawn = svg(effects_figure(preventives(published_case())))
    used = {
        value
        for element in parsed(drawn).iter()
        for name, value in element.attrib.items()
        if name in ("fill", "stroke")
    }
    assert used <= {"none", "currentColor", "var(--accent, currentColor)", "transparent"}


def test_drawing_the_same_twice_gives_the_same_bytes():
    case = timeline_of(extremes()["twenty days"])
    assert svg(case) == svg(case)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_drawing_does_not_depend_on_the_machines_zone(zone):
    here = svg(timeline_figure(extremes()["twenty days"].details, ()))
    there = subprocess.run(  # noqa: S603 - the program above
        [sys.executable, "-c", DRAW],
        env={**os.environ, "TZ": zone, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert there.stdout.strip() == here


def test_ids_within_a_drawing_start_with_its_name():
    root = parsed(svg(timeline_of(published_case())))
    ids = [element.get("id", "") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert all(each.startswith("timeline-") for each in ids)
    used = [element.get("clip-path", "") for element in root.iter() if element.get("clip-path")]
    assert used
    assert all(each.removeprefix("url(#").removesuffix(")") in ids for each in used)


def test_nothing_is_fetched_for_a_drawing():
    elsewhere = {**BARE, "data": {"url": "http://127.0.0.1:9/data.json"}}
    with pytest.raises(ValueError, match="not allowed"):
        svg(figure(elsewhere))


def test_sixteen_years_are_drawn_small():
    assert len(svg(timeline_of(extremes()["sixteen years"]))) < 1_000_000


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_and_nothing_else(name):
    shown = legible(with_names([name]))
    root = parsed(svg(timeline_of(shown)))
    assert {element.tag for element in root.iter()} <= {
        f"{{{NAMESPACE}}}{tag}"
        for tag in ("svg", "g", "path", "line", "text", "title", "desc", "defs", "clipPath", "rect")
    }
    texts = [element.text or "" for element in root.iter(f"{{{NAMESPACE}}}text")]
    assert shown.treatments[0].name[:8] in " ".join(text for text in texts)
