from __future__ import annotations

import pytest
from tests.strategies.analyses import published_case

from surcease.reports.html import render_html
from web.seen import chromium

PHONE, DESKTOP = 390, 1280
SEEN = """places => places.map(place => {
    const drawn = [...place.querySelectorAll("svg")].filter(svg => svg.checkVisibility());
    const fits = place.scrollWidth <= place.clientWidth;
    return [place.dataset.figure, drawn.length, fits];
})"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """Return for each drawing its name, how many of it show, and whether they fit, at a width."""
    page = tmp_path_factory.mktemp("page") / "report.html"
    page.write_text(render_html(published_case()), encoding="utf-8")
    with chromium() as browser:

        def at(width: int, medium: str = "screen") -> list[list[object]]:
            with browser.new_context(viewport={"width": width, "height": 844}) as context:
                shown = context.new_page()
                shown.emulate_media(media=medium)
                shown.goto(page.as_uri())
                return shown.eval_on_selector_all("[data-figure]", SEEN)

        yield at


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_effects_are_seen_whole(seen, width):
    assert ["effects", 1, True] in seen(width)


@pytest.mark.parametrize(("width", "medium"), [(PHONE, "screen"), (PHONE, "print")])
def test_every_drawing_shows_once(seen, width, medium):
    assert {number for _name, number, _fits in seen(width, medium)} == {1}
