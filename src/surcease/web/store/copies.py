"""Copies of the diary's file: of one moment, whole, and on the disk when they are done."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from sqlite3 import SQLITE_OK

from surcease.diary import DiaryError
from surcease.web.store.connection import is_file_error, opened
from surcease.web.store.key import Key
from surcease.web.store.mark import APPLICATION_ID

_BESIDE_A_FILE = ("", "-journal", "-wal", "-shm")


class Damaged(DiaryError):
    """A file that should be a whole diary of the app is none."""


def copy(source: Path, source_key: Key | None, target: Path, target_key: Key | None) -> None:
    """Copy a file that others may be writing to, in one transaction of the target.

    Where one is plain and the other encrypted, the target must be empty.
    """
    if (source_key is None) == (target_key is None):
        with opened(source, source_key) as there, opened(target, target_key) as here:
            there.backup(here)
    else:
        _export(source, source_key, target, target_key)


def put_in_place(source: Path, target: Path, key: Key | None, before: Callable[[], object]) -> None:
    """Let a file that others have open hold what the source holds, in one transaction.

    `before` is called when nobody else can write to the target any more and nothing of it is
    changed yet. So it goes page by page: after the first one the target is held.
    """
    waiting = [before]

    def step(status: int, _left: int, _pages: int) -> None:
        if status == SQLITE_OK and waiting:
            waiting.pop()()

    with opened(source, key) as there, opened(target, key) as here:
        here.execute("PRAGMA journal_mode = WAL")  # in any other mode nobody could read meanwhile
        there.backup(here, pages=1, progress=step)


def make_single(file: Path, key: Key | None) -> None:
    """Let a copy be one file, without the two that one in WAL mode has beside it."""
    with opened(file, key) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def check(file: Path, key: Key | None) -> None:
    """Raise DiaryError unless a file is a whole diary of the app."""
    try:
        with opened(file, key) as connection:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            if mark != APPLICATION_ID:
                raise Damaged(f"{file} is no diary of the app")
            faults = connection.execute("PRAGMA integrity_check(1)").fetchall()
            faults += connection.execute("PRAGMA foreign_key_check").fetchmany(1)
    except Exception as error:
        if not is_file_error(error):
            raise
        raise Damaged(f"{file} is no diary of the app, or it is damaged") from error
    if faults != [("ok",)]:
        raise Damaged(f"{file} is damaged")


@contextmanager
def taking_the_place_of(target: Path) -> Iterator[Path]:
    """Yield an empty file, for its owner alone, that takes the target's place once it is done."""
    scratch = target.with_name(f".{target.name}-{token_hex(4)}")
    os.close(os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600))
    try:
        yield scratch
        scratch.replace(target)
    finally:
        remove(scratch)


def remove(file: Path) -> None:
    """Remove a database with the files that SQLite keeps beside it."""
    for ending in _BESIDE_A_FILE:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def _export(source: Path, source_key: Key | None, target: Path, target_key: Key | None) -> None:
    literal = target_key.literal if target_key else "''"
    with opened(source, source_key, by_cipher=True) as connection:
        connection.execute(f"ATTACH DATABASE ? AS new KEY {literal}", (str(target),))
        connection.execute("SELECT sqlcipher_export('new')")
        connection.execute(f"PRAGMA new.application_id = {APPLICATION_ID}")
        connection.execute("DETACH DATABASE new")
