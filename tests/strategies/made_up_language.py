"""A made-up language that writes every letter as another: what is left in English is found."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from gettext import NullTranslations
from pathlib import Path

import pytest

from surcease import language

CODE = "x-made-up"
ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "locale"
LETTER_OUTSIDE_BRACES = re.compile(r"(\{\w*\})|[^\W\d_]")
WORD = re.compile(r"[A-Za-z]{3,}")
NAMES = {"Surcease", "ICHD", "STOP", "WARN", "INFO"}


class MadeUp(NullTranslations):
    """Remembers what it was asked for."""

    def __init__(self):
        super().__init__()
        self.asked = set()

    def gettext(self, message):
        self.asked.add(message)
        return _made_up(message)

    def ngettext(self, one, many, number):
        self.asked.add(one)
        return _made_up(one if number == 1 else many)


def _made_up(text: str) -> str:
    return LETTER_OUTSIDE_BRACES.sub(lambda each: each[1] or "ж", text)


@contextmanager
def spoken() -> Iterator[MadeUp]:
    """Speak the made-up language for a while."""
    catalogue = MadeUp()
    before = language.speak(catalogue, CODE)
    try:
        yield catalogue
    finally:
        language.speak(*before)


def not_collected(texts: Iterable[str]) -> set[str]:
    """Return the texts that `tools/messages` does not find, those without a word aside."""
    pot = collected()
    return {each for each in texts if words_in(each) and f'msgid "{_escaped(each)}"' not in pot}


@cache
def collected() -> str:
    """Collect every text for a translation, each on one line.

    One process at a time: the tool has files of its own beside the templates while it runs.
    """
    if not shutil.which("xgettext"):
        pytest.skip("GNU gettext is not installed")
    BUILD.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(BUILD / "collecting.lock", timeout=100)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        subprocess.run([sys.executable, ROOT / "tools" / "messages"], check=True, timeout=100)  # noqa: S603  our own
        pot = (BUILD / "django.pot").read_text("utf-8")
    return pot.replace('"\n"', "")


def _escaped(text: str) -> str:
    return text.replace('"', r"\"")


def words_in(text: str) -> set[str]:
    """Return the words that are in English still, names of the program aside."""
    return set(WORD.findall(text)) - NAMES
