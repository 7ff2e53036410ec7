from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

WORD = re.compile(r"[^\W_]+")
TYPOGRAPHY = str.maketrans(
    {"\u2010": "-", "\u2013": "-", "\u2014": "-", "\u2044": "/", "\u00d7": "x"}
)
GLUED_NUMBER = re.compile(r"(?<=[^\W\d_]{5})(?=\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text: how it is compared, and where it stands."""

    word: str
    start: int
    end: int


def plain(text: str) -> str:
    """Return the text in lower case and without accents, letter for letter in the same place."""
    return "".join(_plain_letter(letter) for letter in text)


@cache
def _plain_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", letter.casefold())
    base = "".join(each for each in decomposed if not unicodedata.combining(each))
    return base if len(base) == 1 else letter


def normal(text: str) -> str:
    """Return the words of a text, comparable and separated by single spaces."""
    return " ".join(token.word for token in tokens(tidy(text)))


def tokens(text: str) -> tuple[Token, ...]:
    return tuple(Token(m[0], m.start(), m.end()) for m in WORD.finditer(plain(text)))


def tidy(text: str) -> str:
    """Compose letters, straighten dashes, and part a number from a word that it was typed onto.

    "verap240" becomes two words; "MgSO4", "O2" and "D3" stay whole.
    """
    composed = unicodedata.normalize("NFKC", text).translate(TYPOGRAPHY)
    return GLUED_NUMBER.sub(" ", composed)


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with blanks in the spans, everything else in its place."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = " " * (end - start)
    return "".join(letters)


def phrases(
    words: Sequence[Token], known: Collection[str], longest: int
) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """Yield the known phrases among the words, from left to right, the longest first."""
    at = 0
    while at < len(words):
        for size in range(min(longest, len(words) - at), 0, -1):
            run = tuple(words[at : at + size])
            phrase = " ".join(token.word for token in run)
            if phrase in known:
                yield phrase, run
                at += size
                break
        else:
            at += 1
