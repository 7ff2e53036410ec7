"""An entry as its actions left it, in whatever order they arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from surcease.web.record.action import Do


@dataclass(frozen=True, slots=True)
class Said:
    """What one action said: the cells it set, and when."""

    action: UUID
    do: str
    cells: Mapping[str, str]
    made_at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """An entry after its actions; without the cells that are empty."""

    cells: dict[str, str]
    deleted: bool


def merge(said: Iterable[Said]) -> State:
    """Let the later word hold, cell by cell; whether an entry is deleted is one more such word.

    A change that another device made later, of other cells, is never taken back. It says nothing of
    whether the entry is deleted: of one that is, it is kept, and stands once that is brought back.
    Of two words at one instant the greater number of the action holds, so that the order of arrival
    never counts. To put an entry is the first word on it, also where a clock was set back before
    the second.
    """
    cells: dict[str, str] = {}
    deleted = False
    for each in sorted(said, key=lambda said: (said.do != Do.PUT, said.made_at, said.action)):
        cells.update(each.cells)
        if each.do != Do.CHANGE:
            deleted = each.do == Do.DELETE
    return State({name: text for name, text in sorted(cells.items()) if text}, deleted)
