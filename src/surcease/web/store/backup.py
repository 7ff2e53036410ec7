"""A backup: one file that holds the whole diary as it was at one moment."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from surcease.diary import DiaryError
from surcease.diary.folder.disk import using
from surcease.web.store import place
from surcease.web.store.copies import check, copy, make_single, taking_the_place_of
from surcease.web.store.passphrase import key_for


def back_up(target: Path, *, replace: bool = False) -> Path:
    """Write a backup, encrypted where the diary is, and return its path.

    The app may be running and writing. A folder gets a file named after the day. What is there
    already is replaced only on request, and never if it is something else than a backup.
    """
    live = place.database()
    if not live.exists():
        raise DiaryError(f"there is no diary yet in {live.parent}")
    file = target / f"{name_of_today()}.sqlite3" if target.is_dir() else target
    with using(file):
        _check_free(file, live, replace=replace)
        with taking_the_place_of(file) as scratch:
            write_copy(scratch)
    return file


def write_copy(target: Path) -> None:
    """Copy the diary into an empty file and see that the copy is whole."""
    live = place.database()
    key = key_for(live)
    copy(live, key, target, key)
    make_single(target, key)
    check(target, key)


def name_of_today() -> str:
    return f"surcease-{datetime.now(UTC):%Y-%m-%d}"


def _check_free(file: Path, live: Path, *, replace: bool) -> None:
    if not file.exists():
        return
    if file.resolve() == live.resolve():
        raise DiaryError(f"{file} is the diary itself; choose another name")
    if not replace:
        raise DiaryError(f"{file} is there already; --replace writes over a backup")
    check(file, key_for(file))
