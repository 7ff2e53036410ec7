from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from surcease.formulary.amounts import counted
from surcease.formulary.names import Meaning, Named, misspelt, names_in
from surcease.formulary.quantities import Quantity, quantities, repetitions
from surcease.formulary.spelling import Token, blanked, tokens
from surcease.formulary.words import route_tokens, routes_said, words

ASIDE = re.compile(r"\([^)]*\)?")


@dataclass(frozen=True, slots=True)
class Reading:
    """One part of a medication text, taken apart.

    `left` holds the words that are neither names nor amounts nor routes nor said beside a name:
    with any of them a name is not certain ("lithium battery").
    """

    text: str
    times: float
    amounts: tuple[Quantity, ...]
    tokens: tuple[Token, ...]
    named: tuple[Named, ...]
    left: tuple[Token, ...]

    @property
    def routes(self) -> frozenset[str] | None:
        return routes_said(self.tokens)

    @property
    def meanings(self) -> set[Meaning]:
        return {each.meaning for each in self.named}

    @property
    def own_words(self) -> str:
        """The patient's words without amounts; the route stays where it made the difference."""
        routes = set() if self.named else route_tokens(self.tokens)
        formless = [each for each in self.tokens if each.word in words().formless]
        unsaid = [(each.start, each.end) for each in self.amounts]
        unsaid += [(each.start, each.end) for each in (*routes, *formless)]
        shown = blanked(repetitions(self.text)[1], unsaid).split()
        kept = " ".join(word for word in shown if any(map(str.isalnum, word)))
        return kept.strip(" -,;:+/") or self.text.strip()


def read(text: str) -> Reading:
    times, counted_out = repetitions(text)
    pieces, amounts = counted(quantities(counted_out), counted_out)
    measured = [each for each in amounts if each.unit]
    free = [each for each in tokens(counted_out) if not _within(each, measured)]
    looked_at = _outside_asides(free, text)
    named = names_in(looked_at)
    if not named:
        named, looked_at = names_in(free), free
    left = _left(looked_at, named)
    if not named and (meaning := misspelt(" ".join(each.word for each in left))):
        named, left = (Named(meaning, left),), ()
    taken = [token for each in named for token in each.tokens]
    amounts = tuple(each for each in amounts if each.unit or not _covered(each, taken))
    return Reading(text, times * pieces, amounts, tokens(text), named, left)


def _within(token: Token, amounts: Sequence[Quantity]) -> bool:
    return any(each.start <= token.start and token.end <= each.end for each in amounts)


def _covered(amount: Quantity, taken: Sequence[Token]) -> bool:
    return any(each.start <= amount.start < each.end for each in taken)


def _outside_asides(free: Sequence[Token], text: str) -> list[Token]:
    bare = blanked(text, asides(text))
    return [each for each in free if not bare[each.start].isspace()]


def asides(text: str) -> list[tuple[int, int]]:
    return [each.span() for each in ASIDE.finditer(text)]


def _left(free: Sequence[Token], named: Sequence[Named]) -> tuple[Token, ...]:
    explained = {token for each in named for token in each.tokens} | route_tokens(free)
    said_beside = words().beside | words().parts
    return tuple(
        each
        for each in free
        if each not in explained and each.word not in said_beside and not each.word.isdecimal()
    )
