"""What was asked of the estimate of one treatment, as a part of a page."""

from dataclasses import replace

import pytest
from tests.reports.reading import tree_of
from tests.strategies.analyses import HOSTILE, published_case

from strategies.checks import influence, placebo, window, would_tell
from surcease.analysis.result import Checks, Verdict
from surcease.reports import check_sentences
from surcease.reports.html.card import Link
from surcease.reports.html.parts import Part, part_of_report
from surcease.reports.html.questions import questions_part
from surcease.reports.html.shown import show

ALL = Checks(placebo(), window(), influence(0.01, -0.2), would_tell())


def effect(**changes):
    return replace(published_case().treatments[2], **changes)


def text_of(part):
    return tree_of(part.html).whole_text


def test_every_question_is_drawn_with_its_sentence_and_its_numbers():
    part = questions_part(effect(), ALL, "checks-1")
    assert [each.name for each in part.figures] == [
        "checks-1-placebo-dates",
        "checks-1-dose-window",
        "checks-1-influence",
        "checks-1-would-tell",
    ]
    said = text_of(part)
    assert check_sentences.placebo(ALL.placebo_dates) in said
    assert check_sentences.window(ALL.dose_window) in said
    assert check_sentences.influence(ALL.influence) in said
    assert "61% fewer attacks" in said
    for figure in tree_of(part.html).all("figure"):
        assert figure.all("svg")[0].attributes["role"] == "img"
        assert figure.all("details")[0].all("td")


def test_where_the_diary_cannot_tell_it_says_so_and_shows_what_would_tell():
    part = questions_part(effect(verdict=Verdict.CANNOT_TELL), ALL, "checks-1")
    assert [each.name for each in part.figures] == ["checks-1-would-tell"]
    assert "The diary cannot tell what Magnesium sulfate infusion does" in text_of(part)
    assert "Is it really the treatment?" not in text_of(part)


def test_an_estimate_to_which_nothing_could_be_asked_says_so():
    part = questions_part(effect(), Checks(), "checks-1")
    assert part.figures == ()
    assert check_sentences.NOTHING_TO_ASK in text_of(part)


@pytest.mark.parametrize("typed", HOSTILE)
def test_a_hostile_name_is_text(typed):
    named = Checks(placebo(name=typed), window(name=typed), influence(0.1, name=typed))
    part = questions_part(effect(name=typed), named, "checks-1")
    assert not tree_of(part.html).all("script")


def test_a_card_leads_to_where_there_is_more_of_its_treatment():
    links = {"magnesium_sulfate_iv": (Link("/see/works/1/how-often/", "How often?"),)}
    cards = tree_of(part_of_report(Part.TREATMENTS, show(published_case(), links))).all("article")
    (link,) = [each for card in cards for each in card.all("a")]
    assert link.attributes["href"] == "/see/works/1/how-often/"
    assert link.whole_text == "How often? Magnesium sulfate infusion"
    assert link in cards[0].all("a")


def test_the_report_as_a_file_leads_nowhere():
    assert not tree_of(part_of_report(Part.TREATMENTS, show(published_case()))).all("a")
