from datetime import date
from importlib.machinery import SourceFileLoader
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_loader
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.printed_pages import read_pdf
from tests.strategies.analyses import HOSTILE
from tests.strategies.printed import case_with

from surcease.reports.choices import Paper, Reader, ReportChoices
from surcease.reports.pdf import render_pdf
from surcease.reports.pdf.blocks import Paragraph, Printed, Section
from surcease.reports.pdf.printable import BREAK, MISSING, printable_text
from surcease.reports.pdf.typeset import typeset

FONTS = files("surcease.reports.pdf") / "fonts"
MARKUP = '#import "x": * $x^2$ *bold* _it_ @ref <label> = heading `raw` // gone /* too */ \\'


def letters():
    ranges = (line.split("-") for line in (FONTS / "letters.txt").read_text("ascii").split())
    return [chr(n) for first, last in ranges for n in range(int(first, 16), int(last, 16) + 1)]


def printed(*texts):
    section = Section("Heading", tuple(map(Paragraph, texts)))
    return typeset(Printed("Title", date(2024, 1, 1), (), (section,), "foot", Paper.A4))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Verapamil 240 mg", "Verapamil 240 mg"),
        ("\u202egnp.exe\x00\ud800", "gnp.exe"),
        ("e\u0301clair", "éclair"),
        ("x\u0334y", "xy"),
        ("硫酸镁", MISSING * 3),
        ("ورم שלום", "ورم שלום"),
        ("M" * 25, f"{'M' * 12}{BREAK}{'M' * 12}{BREAK}M"),
    ],
)
def test_what_fonts_lack_is_a_box_and_long_words_may_break(typed, shown):
    assert printable_text(typed) == shown


def test_the_list_of_letters_is_that_of_the_fonts(root):
    loader = SourceFileLoader("font_letters", str(root / "tools" / "font-letters"))
    tool = module_from_spec(spec_from_loader("font_letters", loader))
    loader.exec_module(tool)
    codes = {
        code
        for font in FONTS.iterdir()
        if font.name.endswith(".ttf")
        for code in tool.letters(font.read_bytes())
    }
    assert [ord(letter) for letter in letters()] == sorted(
        code for code in codes if tool.is_letter(code)
    )


def test_every_letter_of_the_list_can_be_shown():
    assert read_pdf(printed(" ".join(letters()))).number >= 1


def test_letters_in_any_order_can_be_shown():
    dice = Random(3)
    known = letters()
    texts = ["".join(dice.choice(known) for _ in range(300)) for _ in range(60)]
    assert read_pdf(printed(*texts)).number >= 1


@given(st.text(max_size=200))
@settings(derandomize=True, deadline=None, max_examples=60)
def test_any_text_can_be_shown(text):
    assert read_pdf(printed(text)).number == 1


def test_markup_is_shown_as_it_was_typed():
    assert MARKUP in read_pdf(printed(MARKUP)).text


@pytest.mark.parametrize("reader", Reader)
def test_hostile_names_of_treatments_do_no_harm(reader):
    names = [*HOSTILE, MARKUP, "M" * 400, "\U0001f48a\U0001f468\u200d\U0001f469", "\u0627" * 90]
    found = read_pdf(render_pdf(*case_with(names), ReportChoices(reader=reader)))
    assert "alert(1)" in found.text
    assert found.number < 30
