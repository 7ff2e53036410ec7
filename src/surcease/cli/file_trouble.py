"""What the terminal says when SQLite cannot use the app's diary.

Errors are known by the code that SQLite gives them, and Django's by that of their cause: Django
itself takes too long to load for a command that has nothing to do with the app.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from surcease.web.store.place import database
from surcease.web.store.sqlite_code import DAMAGE, primary_code

_DAMAGED = "it is damaged; `surcease restore FILE` keeps it and puts a backup in its place"
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full; free some space",
    sqlite3.SQLITE_IOERR: "the disk did not take or give it",
    sqlite3.SQLITE_BUSY: "another program holds it; try again when that has ended",
    sqlite3.SQLITE_LOCKED: "another program holds it; try again when that has ended",
    sqlite3.SQLITE_READONLY: "it is read-only; let yourself write to it and to its folder",
    sqlite3.SQLITE_PERM: "it may not be opened; let yourself read and write it",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; let yourself read and write it and its folder",
    **dict.fromkeys(DAMAGE, _DAMAGED),
}


def file_trouble(error: BaseException) -> str | None:
    """Name the diary's file and what can be done about an error of it; None for any other."""
    codes = map(primary_code, _with_causes(error))
    reason = _REASONS.get(next(filter(None, codes), 0))
    if reason is None:
        return None
    return f"{database()}: {reason}"


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
