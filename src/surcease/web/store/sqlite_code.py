"""Which trouble SQLite names; without Django, for the command line too."""

from __future__ import annotations

_PRIMARY_CODE = 0xFF  # an extended code holds the primary one in its lowest byte


def primary_code(error: BaseException | None) -> int:
    """Return the code of an error of SQLite, such as SQLITE_FULL; 0 for any other error."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY_CODE
