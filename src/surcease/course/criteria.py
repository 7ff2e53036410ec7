from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of days, with the words of the classification that it stands for.

    `source` is the address it was read at; `tag` is V (read) or M (from memory, unverified).
    """

    days: int
    words: str
    source: str
    tag: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """One edition of the International Classification of Headache Disorders, section 3.1.

    Parameters
    ----------
    remission
        Pain-free days from which an interval between bouts is a remission.
    shortest_bout, longest_bout
        Length of a bout when untreated, both ends included.
    chronic
        Days of attacks without a remission from which the course is chronic.
    """

    name: str
    from_on: date
    citation: str
    remission: Threshold
    shortest_bout: Threshold
    longest_bout: Threshold
    chronic: Threshold


def newest_criteria() -> Criteria:
    return editions()[-1]


@cache
def editions() -> tuple[Criteria, ...]:
    """Return every edition on file, oldest first."""
    text = (files("surcease.course") / "data" / "criteria.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    read = (_read_edition(entry, table["sources"]) for entry in table["criteria"])
    return tuple(sorted(read, key=lambda criteria: criteria.from_on))


def _read_edition(entry: dict[str, Any], sources: dict[str, str]) -> Criteria:
    return Criteria(
        name=entry["name"],
        from_on=entry["from_on"],
        citation=entry["citation"],
        remission=_read_threshold(entry["remission"], sources),
        shortest_bout=_read_threshold(entry["shortest_bout"], sources),
        longest_bout=_read_threshold(entry["longest_bout"], sources),
        chronic=_read_threshold(entry["chronic"], sources),
    )


def _read_threshold(entry: dict[str, Any], sources: dict[str, str]) -> Threshold:
    return Threshold(entry["value"], entry["words"], sources[entry["source"]], entry["tag"])
