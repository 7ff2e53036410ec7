"""Each word of the glossary stands in it once, in order, with a meaning."""

import re

import pytest

from surcease.diary import DayState
from surcease.effects.effect import Verdict
from surcease.formulary import Action, Role
from surcease.reports.words import VERDICTS

ROW = re.compile(r"^\| (?!word |-)(.+?) \| (.+?) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def entries(root):
    return ROW.findall((root / "GLOSSARY.md").read_text(encoding="utf-8"))


def test_words_are_unique_and_in_alphabetical_order(entries):
    words = [word.casefold() for word, _ in entries]
    assert words == sorted(set(words))


def test_every_meaning_is_its_own(entries):
    meanings = [meaning for _, meaning in entries]
    assert len(set(meanings)) == len(meanings) > 0
    assert all(meaning.endswith(".") for meaning in meanings)


def test_the_words_that_the_program_chooses_between_are_explained(entries):
    words = {word for word, _ in entries}
    chosen = {shown for _, shown in VERDICTS.values()} | set(Role)
    chosen |= {action for action in Action if action is not Action.NONE}
    assert chosen - words == set()
    assert len(VERDICTS) == len(Verdict)
    assert {"attack", "confirmed none", DayState.UNKNOWN} <= words
