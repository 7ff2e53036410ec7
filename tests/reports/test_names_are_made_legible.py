from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.strategies.analyses import published_case, with_names

from surcease.analysis.result import DoseLane
from surcease.reports.legible import UNSEEN, legible, legible_text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\x1b[31mred", "[31mred"),
        ("a\x00b\ud800c", "a b c"),
        ("\u202egnp.exe", "gnp.exe"),
        ("two\r\nlines", "two lines"),
        ("می\u200cروم", "می\u200cروم"),
        ("  Verapamil ", "Verapamil"),
    ],
)
def test_characters_that_nobody_sees_are_left_out(typed, shown):
    assert legible_text(typed) == shown


@given(st.text())
@settings(derandomize=True, deadline=None)
def test_legible_text_stays_as_it_is(text):
    once = legible_text(text)
    assert legible_text(once) == once
    assert not [letter for letter in once if category(letter) in UNSEEN - {"Cf"}]


def test_nothing_else_in_an_analysis_changes():
    assert legible(published_case()) == published_case()


def test_every_text_at_any_depth_is_made_legible():
    shown = legible(with_names(["\x1bBotox"]))
    assert shown.treatments[0].name == "Botox"
    assert shown.details is not None
    assert shown.details.lanes[0] == DoseLane(
        "Botox", "Botox", "preventive", shown.details.lanes[0].given_on
    )
    assert list(shown.details.attacks.by_type) == ["Botox"]
