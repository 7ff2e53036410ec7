"""What a client asks the record to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID

from django.utils.translation import gettext as _

from surcease.web.record.kinds import KINDS

_MOST_CELLS = 200
_LONGEST_CELL = 20_000
_LONGEST_NAME = 200


class Do(StrEnum):
    PUT = "put"
    CHANGE = "change"
    DELETE = "delete"
    RESTORE = "restore"


class Refused(ValueError):
    """An action that cannot be recorded; the message is for the user and quotes no entry."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do to one entry, made at `made_at` by the clock of whoever made it.

    `cells` holds only those that were set; an empty one clears the cell.
    """

    id: UUID
    entry: UUID
    kind: str
    do: Do
    made_at: datetime
    cells: Mapping[str, str] = field(default_factory=dict)
    batch: UUID | None = None


def read_action(said: object) -> Action:
    """Read an action as it came over the wire."""
    if not isinstance(said, dict):
        raise Refused(_("This is not something that can be recorded."))
    batch = said.get("batch")
    return Action(
        id=_read_id(said.get("id")),
        entry=_read_id(said.get("entry")),
        kind=_read_kind(said.get("kind")),
        do=_read_do(said.get("do")),
        made_at=_read_instant(said.get("made_at")),
        cells=_read_cells(said.get("cells", {})),
        batch=None if batch is None else _read_id(batch),
    )


def _read_id(text: object) -> UUID:
    try:
        return UUID(str(text))
    except ValueError as error:
        raise Refused(_("This entry has no proper number of its own.")) from error


def _read_kind(text: object) -> str:
    if text not in KINDS:
        raise Refused(_("This version does not know this kind of entry."))
    return str(text)


def _read_do(text: object) -> Do:
    try:
        return Do(str(text))
    except ValueError as error:
        raise Refused(_("This version does not know what to do with this entry.")) from error


def _read_instant(text: object) -> datetime:
    try:
        made_at = datetime.fromisoformat(str(text))
        if made_at.tzinfo is not None:
            return made_at.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise Refused(_("When this entry was made cannot be read."))


def _read_cells(cells: object) -> dict[str, str]:
    if not isinstance(cells, dict) or len(cells) > _MOST_CELLS:
        raise Refused(_("This entry holds too much."))
    if not all(isinstance(text, str) for text in cells.values()):
        raise Refused(_("This entry holds something other than text."))
    if any(len(name) > _LONGEST_NAME or len(cells[name]) > _LONGEST_CELL for name in cells):
        raise Refused(_("This entry holds a text that is too long."))
    return cells
