from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from surcease.formulary.packaged import packaged
from surcease.formulary.spelling import Token, normal, phrases

LONGEST_ROUTE_PHRASE = 3


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a medication text mean that are not names of treatments."""

    nothing: frozenset[str]
    negations: frozenset[str]
    parts: frozenset[str]
    joining: frozenset[str]
    beside: frozenset[str]
    formless: frozenset[str]
    most_pieces: int
    routes: Mapping[str, frozenset[str]]


@cache
def words() -> Words:
    table = packaged("_words.toml")
    return Words(
        nothing=_plain(table["nothing"]),
        negations=_plain(table["negations"]),
        parts=_plain(table["parts"]),
        joining=_plain(table["joining"]),
        beside=_plain(table["beside"] + table["joining"] + table["formless"]),
        formless=_plain(table["formless"]),
        most_pieces=table["most_pieces"],
        routes={normal(w): frozenset(r["routes"]) for r in table["route"] for w in r["words"]},
    )


def routes_said(tokens: Sequence[Token]) -> frozenset[str] | None:
    """Return the routes that a text leaves open, or None where it says nothing of the route."""
    known = words().routes
    said = [known[phrase] for phrase, _ in phrases(tokens, known, LONGEST_ROUTE_PHRASE)]
    return frozenset.intersection(*said) if said else None


def route_tokens(tokens: Sequence[Token]) -> set[Token]:
    known = words().routes
    return {token for _, run in phrases(tokens, known, LONGEST_ROUTE_PHRASE) for token in run}


def _plain(spellings: Sequence[str]) -> frozenset[str]:
    return frozenset(normal(spelling) for spelling in spellings)
