"""Copies that the app keeps by itself before it changes the diary's file as a whole."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from surcease.diary import DiaryError
from surcease.web.store import place
from surcease.web.store.backup import write_copy
from surcease.web.store.connection import is_file_error
from surcease.web.store.copies import taking_the_place_of


def keep(reason: str) -> Path:
    """Keep the diary's file as it is, under a name that says when and before what."""
    folder = place.folder() / "kept"
    folder.mkdir(mode=0o700, exist_ok=True)
    kept = folder / f"diary-{datetime.now(UTC):%Y-%m-%dT%H%M%S.%f}-before-{reason}.sqlite3"
    try:
        with taking_the_place_of(kept) as scratch:
            write_copy(scratch)
    except Exception as error:
        if not is_file_error(error) and not isinstance(error, DiaryError):
            raise
        _keep_as_it_lies(kept)
    return kept


def _keep_as_it_lies(kept: Path) -> None:
    """Keep a damaged file byte by byte: there may be someone who can mend it."""
    live = place.database()
    for ending in ("", "-wal"):
        part = live.with_name(live.name + ending)
        if part.exists():
            shutil.copy2(part, kept.with_name(kept.name + ending))
