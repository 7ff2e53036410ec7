"""Which trouble SQLite names; without Django, for the command line too."""

from __future__ import annotations

import sqlite3

DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
"""Codes that say that a file does not hold what SQLite wrote."""

_PRIMARY_CODE = 0xFF  # an extended code holds the primary one in its lowest byte


def primary_code(error: BaseException | None) -> int:
    """Return the code of an error of SQLite, such as SQLITE_FULL; 0 for any other error."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
