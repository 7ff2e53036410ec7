"""A backup takes the place of the diary, which is kept."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from surcease.diary import DiaryError
from surcease.diary.folder.disk import using
from surcease.web.store import database, in_use, place
from surcease.web.store.connection import is_file_error
from surcease.web.store.copies import check, copy, put_in_place, remove, taking_the_place_of
from surcease.web.store.kept import keep
from surcease.web.store.key import Key

_SCRATCH = "restored"


def restore(backup: Path, backup_key: Key | None, live_key: Key | None) -> Path | None:
    """Put a backup in the place of the diary and return where the old one is kept.

    Nothing is touched before the backup was found whole and brought to this version's tables. The
    app may be running: who reads meanwhile sees the old diary or the new one, and who writes either
    is in what is kept or waits for the new one.
    """
    live = place.database()
    with using(backup):
        if not backup.is_file():
            raise DiaryError(f"{backup} is not a file")
        check(backup, backup_key)
        scratch = live.with_name(".restored.sqlite3")
        remove(scratch)
        place.reserve(scratch)
        try:
            copy(backup, backup_key, scratch, live_key)
            _bring_up_to_date(scratch, backup)
            return _put(scratch, live, live_key)
        finally:
            remove(scratch)


def _bring_up_to_date(scratch: Path, backup: Path) -> None:
    connections.databases[_SCRATCH] = connections.configure_settings(
        {"default": {}, _SCRATCH: database.settings(scratch)}
    )[_SCRATCH]
    try:
        _refuse_newer(backup)
        call_command("migrate", database=_SCRATCH, verbosity=0, interactive=False)
    finally:
        connections[_SCRATCH].close()
        del connections[_SCRATCH]
        del connections.databases[_SCRATCH]


def _refuse_newer(backup: Path) -> None:
    loader = MigrationLoader(connections[_SCRATCH])
    if set(loader.applied_migrations) - set(loader.disk_migrations):
        raise DiaryError(f"{backup} was made by a newer version of Surcease; update this one first")


def _put(scratch: Path, live: Path, key: Key | None) -> Path | None:
    """Copy in one transaction; only a file too damaged for that is replaced as a whole."""
    there_is_one = live.exists()
    place.reserve(live)
    kept: list[Path] = []

    def keep_the_old() -> None:
        if there_is_one and not kept:
            kept.append(keep("restore"))

    try:
        put_in_place(scratch, live, key, keep_the_old)
    except Exception as error:
        if not is_file_error(error):
            raise
        with in_use.by_nobody_else():
            keep_the_old()
            _replace(scratch, live, key)
    return next(iter(kept), None)


def _replace(scratch: Path, live: Path, key: Key | None) -> None:
    with taking_the_place_of(live) as new:
        copy(scratch, key, new, key)
        remove(live)
