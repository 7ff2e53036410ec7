import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from tests.reports.reading import ANALYSES, in_order, page_of, tree_of
from tests.strategies.analyses import HOSTILE, published_case

from surcease.analysis.result import Verdict
from surcease.reports.html import render_html

NAMESPACE = "http://www.w3.org/2000/svg"

every_analysis = pytest.mark.parametrize("name", ANALYSES)


@every_analysis
def test_every_element_is_closed(name):
    assert tree_of(page_of(name)).all("main")


@every_analysis
def test_the_page_asks_nothing_of_any_network(name):
    page = page_of(name).replace(NAMESPACE, "")
    assert "http:" not in page
    assert "https:" not in page
    assert "url(" not in page.replace("url(#", "")
    for element in in_order(page):
        loading = {"src", "srcset", "data", "action", "style"} & element.attributes.keys()
        assert not loading
        assert (element.attributes.get("href") or "#").startswith(("#", "tel:"))


@every_analysis
def test_the_page_holds_no_script(name):
    tags = {element.tag for element in in_order(page_of(name))}
    assert not tags & {"script", "img", "iframe", "object", "embed", "link", "form", "input"}
    for element in in_order(page_of(name)):
        assert not [attribute for attribute in element.attributes if attribute.startswith("on")]


def test_the_policy_allows_this_style_sheet_and_nothing_else():
    page = page_of("published case")
    style = tree_of(page).all("style")[0].text
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policies = [each.attributes for each in in_order(page) if "http-equiv" in each.attributes]
    assert [policy["content"] for policy in policies] == [
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    ]


@every_analysis
def test_headings_are_in_order(name):
    levels = [
        int(element.tag[1]) for element in in_order(page_of(name)) if re.match(r"h\d", element.tag)
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_analysis
def test_every_id_is_used_once_and_every_reference_leads_somewhere(name):
    elements = in_order(page_of(name))
    ids = [element.attributes["id"] for element in elements if "id" in element.attributes]
    assert len(ids) == len(set(ids))
    for element in elements:
        named = (element.attributes.get("aria-labelledby") or "").split()
        linked = (element.attributes.get("href") or "").removeprefix("#")
        assert set(named) <= set(ids)
        assert linked.startswith("tel:") or not linked or linked in ids


@every_analysis
def test_every_drawing_has_a_text_alternative(name):
    figures = tree_of(page_of(name)).all("figure")
    for figure in figures:
        drawings = figure.all("svg")
        assert drawings
        assert {drawing.attributes["role"] for drawing in drawings} == {"img"}
        for drawing in drawings:
            assert all(drawing.all(tag)[0].text.strip() for tag in ("title", "desc"))
    captioned = [figure for figure in figures if figure.all("figcaption")]
    assert all(figure.all("details")[0].all("td") for figure in captioned)


@every_analysis
def test_every_table_has_a_caption_and_scoped_headings(name):
    for table in tree_of(page_of(name)).all("table"):
        assert table.all("caption")[0].text.strip()
        assert {heading.attributes.get("scope") for heading in table.all("th")} <= {"col", "row"}


@every_analysis
def test_no_number_is_written_as_nan(name):
    text = tree_of(page_of(name)).all("body")[0].whole_text
    assert not re.search(r"\b(nan|NaN|inf|None|undefined)\b", text)
    assert "-0%" not in text


@every_analysis
def test_a_page_is_not_too_large_to_send(name):
    assert len(page_of(name).encode()) < 1_500_000


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_title_and_notice_are_text(typed):
    page = render_html(ANALYSES["no days"], title=typed, notice=typed)
    assert {element.tag for element in in_order(page)}.isdisjoint({"script", "img"})
    assert tree_of(page).all("h1")[0].text


def test_the_same_analysis_gives_the_same_bytes():
    assert render_html(ANALYSES["twenty days"]) == render_html(ANALYSES["twenty days"])


def test_a_card_says_effect_interval_chances_and_dates():
    card = tree_of(page_of("published case")).all("article")[0].whole_text
    for part in (
        "Magnesium sulfate infusion",
        "● strong",
        "61% fewer attacks",
        "95% interval: 38% to 77% fewer",
        "almost certain (over 99%)",
        "16 days (95% interval: 10 to 25 days)",
        "3 Jan 2025 (80% interval: 29 Dec 2024 to 10 Jan 2025)",
        "38 doses, 6 Jan 2022 to 18 Dec 2024",
        "the likely range leaves out",
    ):
        assert part in card


def test_no_dates_are_given_where_the_diary_cannot_tell():
    case = published_case()
    magnesium = replace(case.treatments[2], verdict=Verdict.CANNOT_TELL)
    page = render_html(replace(case, treatments=(magnesium,), details=None))
    assert "3 Jan 2025" not in page
    assert "Half of the effect" not in page


def test_a_treatment_without_an_estimate_is_named_with_the_reason():
    case = published_case()
    unknown = replace(case.treatments[2], reduction=None, because=("role_unknown",))
    page = tree_of(render_html(replace(case, treatments=(unknown,), details=None)))
    assert not page.all("article")
    (row,) = [row for row in page.all("tr") if "Magnesium" in row.whole_text]
    assert "the formulary does not know it" in row.whole_text


def test_a_notice_stands_at_the_top():
    page = render_html(ANALYSES["no days"], notice="This diary is simulated.")
    assert page.index("This diary is simulated.") < page.index("<main>")


def test_acute_treatments_are_counted_and_have_no_card():
    page = tree_of(page_of("published case"))
    assert "Sumatriptan" not in "".join(card.whole_text for card in page.all("article"))
    assert "Sumatriptan injection412" in page.whole_text.replace("\n", "")


@every_analysis
def test_someone_to_talk_to_is_one_tap_away(name):
    page = tree_of(page_of(name))
    assert [link for link in page.all("nav")[0].all("a") if link.attributes["href"] == "#help"]
    assert [link for link in page.all("a") if link.attributes["href"] == "tel:988"]


@every_analysis
def test_no_treatment_is_said_to_work_or_to_be_taken(name):
    sections = tree_of(page_of(name)).all("section")
    own = [each for each in sections if each.attributes["aria-labelledby"] != "evidence"]
    text = " ".join(each.whole_text.lower() for each in own)
    for phrase in ("works", "does not work", "doesn't work", "you should", "recommend"):
        assert phrase not in text
