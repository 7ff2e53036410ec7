from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import surcease.exchange
from surcease.exchange.choices import Choices
from surcease.exchange.draft import Draft
from surcease.exchange.match import Match
from surcease.exchange.tables import Table


@dataclass(frozen=True, slots=True)
class Format:
    """An outside format: a folder of this package with `detect.py`, `read.py` and `map.py`.

    Parameters
    ----------
    name
        What the user calls it.
    looks_for
        What its tables are recognised by, in words.
    detect
        Say from the content of all tables whether they are of this format.
    zone_told
        Return the zone that the tables themselves say they are in, or None.
    read
        Turn the tables into that format's rows.
    map_rows
        Turn the rows into events of a draft.
    """

    name: str
    looks_for: str
    detect: Callable[[Sequence[Table], Choices], Match]
    zone_told: Callable[[Sequence[Table]], str | None]
    read: Callable[[Sequence[Table], Draft], Any]
    map_rows: Callable[[Any, Draft], None]


def formats() -> tuple[Format, ...]:
    """Return every format, found by walking this package."""
    folders = (each.name for each in iter_modules(surcease.exchange.__path__) if each.ispkg)
    return tuple(_load(folder) for folder in sorted(folders))


def best_format(tables: Sequence[Table], choices: Choices) -> Format | None:
    """Return the format that recognises the tables most surely, or None."""
    matches = [(each.detect(tables, choices), each) for each in formats()]
    match, best = max(matches, key=lambda pair: pair[0])
    return best if match else None


def _load(folder: str) -> Format:
    package = f"{surcease.exchange.__name__}.{folder}"
    detect = import_module(f"{package}.detect")
    return Format(
        name=detect.NAME,
        looks_for=detect.LOOKS_FOR,
        detect=detect.detect,
        zone_told=getattr(detect, "zone_told", _silent),
        read=import_module(f"{package}.read").read,
        map_rows=import_module(f"{package}.map").map_rows,
    )


def _silent(_tables: Sequence[Table]) -> None:
    """Most apps' times say no zone."""
