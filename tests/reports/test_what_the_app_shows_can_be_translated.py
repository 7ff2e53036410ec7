"""In a made-up language that writes every letter as another, no English is left on a page."""

import re
import shutil
import subprocess
import sys
from gettext import NullTranslations
from pathlib import Path

import pytest

from strategies.analyses import published_case
from strategies.doctor_diary import for_a_doctor
from surcease import language
from surcease.reports.for_the_doctor import for_the_doctor
from surcease.reports.html import render_html
from surcease.reports.html.shown import show
from surcease.safety import check

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "surcease"
LETTER_OUTSIDE_BRACES = re.compile(r"(\{\w*\})|[^\W\d_]")
WORD = re.compile(r"[A-Za-z]{3,}")
NOT_TEXT = re.compile(r"<style>.*?</style>|<[^>]*>|&#?\w+;", re.DOTALL)
NAMES = {"Surcease", "ICHD", "STOP", "WARN", "INFO"}
OF_THE_AXIS_OF_TIME = {"April", "July", "October"}


class MadeUp(NullTranslations):
    """Remembers what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def gettext(self, message):
        self.asked.add(message)
        return LETTER_OUTSIDE_BRACES.sub(lambda each: each[1] or "ж", message)

    def ngettext(self, one, many, number):
        self.asked.add(one)
        return LETTER_OUTSIDE_BRACES.sub(lambda each: each[1] or "ж", one if number == 1 else many)


@pytest.fixture
def made_up():
    catalogue = MadeUp()
    language.speak(catalogue)
    yield catalogue
    language.speak(NullTranslations())


def page():
    analysis = published_case()
    return render_html(analysis, doctor=for_the_doctor(for_a_doctor(), analysis))


def words_of_data():
    """Words of the formulary, of studies and of findings, which are not translated yet."""
    files = [*SOURCE.glob("formulary/data/*"), *SOURCE.glob("evidence/data/*")]
    texts = [each.read_text("utf-8") for each in files]
    found = check(for_a_doctor())
    texts += [each.text for each in found.findings]
    texts += [f"{each.needs} {each.where}" for each in found.needs]
    return {word for text in texts for word in WORD.findall(text)}


def words_of_the_diary():
    details = published_case().details
    attacks = details.attacks
    names = [*attacks.by_type, *attacks.by_intensity, *attacks.by_side, *details.unrecognised]
    return {word for name in names for word in WORD.findall(name)}


def english_in(text):
    return set(WORD.findall(text)) - words_of_data() - words_of_the_diary()


def test_no_english_is_left_on_the_page(made_up):
    left = english_in(NOT_TEXT.sub(" ", page()))
    assert left - NAMES - OF_THE_AXIS_OF_TIME == set()


def test_no_english_is_left_in_what_is_read_off_a_chart(made_up):
    for figure in show(published_case()).figures:
        read_off = [point.says for point in figure.reading.points] if figure.reading else []
        said = (figure.title, figure.description, figure.key, *figure.numbers.headings, *read_off)
        assert english_in(" ".join(said)) == set()


def test_english_would_be_found(made_up):
    assert "Attacks" in english_in("Attacks")


def test_all_of_it_is_collected_for_a_translation(made_up):
    if not shutil.which("xgettext"):
        pytest.skip("GNU gettext is not installed")
    page()
    subprocess.run([sys.executable, ROOT / "tools" / "messages"], check=True, timeout=100)  # noqa: S603  our own
    collected = on_one_line((ROOT / "build" / "locale" / "django.pot").read_text("utf-8"))
    asked = {each for each in made_up.asked if english_in(each)}
    assert {each for each in asked if f'msgid "{escaped(each)}"' not in collected} == set()


def on_one_line(pot):
    return pot.replace('"\n"', "")


def escaped(text):
    return text.replace('"', r"\"")
