"""Files beside the diary that are there to be locked: they hold nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from surcease.diary import DiaryError
from surcease.web.store.sqlite_code import DAMAGE, primary_code


@contextmanager
def locking(path: Path) -> Iterator[None]:
    """Raise DiaryError where a file to lock is damaged, lest that be taken for the diary's."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if primary_code(error) not in DAMAGE:
            raise
        raise DiaryError(f"{path}: it is damaged, and holds nothing; delete it") from error
