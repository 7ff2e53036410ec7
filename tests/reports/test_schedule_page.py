import re
from dataclasses import replace
from itertools import pairwise

import pytest
from tests.reports.reading import in_order, tree_of
from tests.strategies.analyses import HOSTILE
from tests.strategies.schedules import named, not_a_number, told, untold, without_days

from surcease.reports.charts.schedule import FEW_POINTS, schedule_figure
from surcease.reports.html.schedule import render_schedule_html, schedule_part
from surcease.reports.svg import svg

SCHEDULES = {
    "told": told(),
    "one interval": told(28, 28),
    "few intervals": told(20, 26),
    "untold": untold(),
    "no days": without_days(),
    "not a number": not_a_number(),
    **{f"hostile {n}": named(name) for n, name in enumerate(HOSTILE)},
}
every_schedule = pytest.mark.parametrize("name", SCHEDULES)


@pytest.fixture(scope="module")
def pages():
    return {name: render_schedule_html(each) for name, each in SCHEDULES.items()}


@every_schedule
def test_the_page_is_whole_and_asks_nothing_of_any_network(pages, name):
    elements = in_order(pages[name])
    assert not {each.tag for each in elements} & {"script", "img", "iframe", "link", "form"}
    for each in elements:
        assert not {"src", "srcset", "action", "style"} & each.attributes.keys()
        assert (each.attributes.get("href") or "#").startswith(("#", "tel:"))


@every_schedule
def test_headings_are_in_order_and_ids_used_once(pages, name):
    elements = in_order(pages[name])
    levels = [int(each.tag[1]) for each in elements if re.match(r"h\d", each.tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [each.attributes["id"] for each in elements if "id" in each.attributes]
    assert len(ids) == len(set(ids))


@every_schedule
def test_no_number_is_written_as_nan(pages, name):
    text = tree_of(pages[name]).all("body")[0].whole_text
    assert not re.search(r"\b(nan|NaN|inf|None|undefined)\b", text)


@every_schedule
def test_it_is_no_advice_and_someone_to_talk_to_is_one_tap_away(pages, name):
    page = tree_of(pages[name])
    assert "it is not advice" in page.whole_text
    assert [link for link in page.all("a") if link.attributes["href"] == "tel:988"]
    for phrase in ("you should", "best interval", "optimal", "take it"):
        assert phrase not in page.whole_text.lower()


def test_the_page_says_what_the_diary_shows(pages):
    text = tree_of(pages["told"]).whole_text
    for part in (
        "1,014 of 1,096 days known",
        "38 doses, usually 29 days apart, at the least 20",
        "what is left of a dose for up to 32 days",
        "24 attacks (95% interval: 21 to 27)",
        "40 attacks (95% interval: 31 to 55)",
        "a single month scatters more",
    ):
        assert part in text


@pytest.mark.parametrize("name", ["untold", "no days", "not a number"])
def test_nothing_is_drawn_where_there_is_nothing_to_draw(pages, name):
    assert not tree_of(pages[name]).all("svg")


def test_where_the_diary_cannot_tell_the_page_says_so(pages):
    text = tree_of(pages["untold"]).whole_text
    assert "cannot tell what another interval would do" in text
    assert "14 days" not in text
    assert "No day of this diary is known yet" in tree_of(pages["no days"]).whole_text


def test_the_same_schedule_gives_the_same_bytes(pages):
    assert pages["told"] == render_schedule_html(told())


def test_a_notice_stands_at_the_top():
    page = render_schedule_html(told(), notice="This diary is simulated.")
    assert page.index("This diary is simulated.") < page.index("<main>")


def figure_of(analysis):
    figure = schedule_figure(analysis.schedule)
    assert figure is not None
    return figure


def test_the_curve_is_described_from_its_first_to_its_last_interval():
    assert figure_of(told()).description == (
        "Every 14 days: 16 attacks (95% interval: 12 to 22). "
        "Every 60 days: 34 attacks (95% interval: 30 to 40)."
    )
    assert figure_of(told(28, 28)).description == (
        "Every 28 days: 28 attacks (95% interval: 24 to 34)."
    )


def test_intervals_that_the_diary_has_not_seen_are_marked():
    rows = {row[0] for row in figure_of(told(18, 22)).numbers.rows}
    assert rows == {"18 days ~", "19 days ~", "20 days", "21 days", "22 days"}
    assert "Dashes" in figure_of(told()).key
    assert "Dashes" not in figure_of(told(20, 32)).key


def test_the_level_without_any_dose_is_drawn_where_it_is_known():
    drawn = svg(figure_of(told()))
    assert "none given: 40 (31 to 55)" in drawn
    without = replace(told().schedule, without=None)
    assert "none given" not in svg(schedule_figure(without))


def test_few_intervals_get_a_dot_each():
    few = figure_of(told(20, 20 + FEW_POINTS - 1)).spec["layer"]
    many = figure_of(told(20, 20 + FEW_POINTS)).spec["layer"]
    assert len(few) == len(many) + 2


def test_what_the_page_says_can_stand_on_another_page():
    part = schedule_part(told(), "how-often-1")
    (figure,) = part.figures
    assert figure.name == "how-often-1"
    assert 'data-figure="how-often-1"' in part.html
    assert "it recommends no interval" in part.html
    assert "Shorter or longer than the diary has seen" in part.html


def test_on_another_page_it_is_said_as_well_that_the_diary_cannot_tell():
    part = schedule_part(untold(), "how-often-1")
    assert part.figures == ()
    assert "The diary cannot tell what Magnesium sulfate infusion does" in part.html
    assert "<svg" not in part.html


def test_each_interval_can_be_read_off_also_on_a_phone():
    figure = schedule_figure(told(28, 60).schedule)
    assert figure.narrow["width"] < 390
    says = [point.says for point in figure.reading.points]
    assert says[0] == (
        "Every 28 days: 28 attacks (95% interval: 24 to 34); compared with none, 30% fewer."
    )
    assert says[-1].startswith("Every 60 days, which the diary has not seen: ")
