"""How SQLite is opened: what is acknowledged is on the disk, and readers never wait."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from surcease.web.store.key import is_encrypted

_WAIT_SECONDS = 20

_ON_OPENING = (
    "PRAGMA journal_mode = WAL",
    # In WAL mode only FULL syncs at every commit: with NORMAL a power cut may take back the last.
    "PRAGMA synchronous = FULL",
    # On macOS fsync leaves the bytes in the drive's cache; elsewhere these two change nothing.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
)


def settings(file: Path) -> dict[str, Any]:
    """Return Django's settings of a file, whose first bytes say whether it is encrypted."""
    cipher = is_encrypted(file)
    return {
        "ENGINE": "surcease.web.store.cipher" if cipher else "django.db.backends.sqlite3",
        "NAME": str(file),
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # a reader that turns writer would fail at once
            "timeout": _WAIT_SECONDS,
            "init_command": ";".join(_ON_OPENING),
        },
    }
