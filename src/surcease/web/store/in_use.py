"""Whether a process has the diary open: its file is replaced as a whole only while none has.

A lock of SQLite on an empty file beside the diary; the system lets go of it when a process ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from sqlite3 import Connection, OperationalError, connect

from surcease.diary import DiaryError
from surcease.web.store import place
from surcease.web.store.lock_file import locking

_held: list[Connection] = []


def hold() -> None:
    """Say, until this process ends, that it has the diary open."""
    lock = _lock()
    with locking(_file()):
        lock.execute("BEGIN")
        lock.execute("SELECT * FROM sqlite_master").fetchall()
    _held.append(lock)


@contextmanager
def by_nobody_else() -> Iterator[None]:
    """Keep every other process away, or raise DiaryError if one is there."""
    while _held:
        _held.pop().close()
    with closing(_lock()) as lock:
        try:
            with locking(_file()):
                lock.execute("BEGIN EXCLUSIVE")
        except OperationalError as error:
            raise DiaryError("the app is running; stop it first") from error
        yield


def _lock() -> Connection:
    return connect(_file(), timeout=0, isolation_level=None, check_same_thread=False)


def _file() -> Path:
    return place.folder() / "in-use.lock"
