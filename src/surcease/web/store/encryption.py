"""The diary's file encrypted, with another passphrase, or plain again."""

from __future__ import annotations

from pathlib import Path

from django.db import connections

from surcease.diary import DiaryError
from surcease.web.store import in_use, place
from surcease.web.store.copies import check, copy, make_single, taking_the_place_of
from surcease.web.store.key import new_key
from surcease.web.store.passphrase import key_for

_SHORTEST = 8


def protect(passphrase: str | None) -> list[Path]:
    """Encrypt the diary, or with None store it as plain; return the copies still as before.

    At every moment the old or the new file is whole in its place.
    """
    if passphrase is not None and len(passphrase) < _SHORTEST:
        raise DiaryError(f"a passphrase has at least {_SHORTEST} characters")
    live = place.database()
    old_key = key_for(live)
    new = None if passphrase is None else new_key(passphrase)
    with in_use.by_nobody_else():
        _fold_into_one(live)
        with taking_the_place_of(live) as scratch:
            copy(live, old_key, scratch, new)
            make_single(scratch, new)
            check(scratch, new)
    return _copies()


def _fold_into_one(live: Path) -> None:
    """Take the write-ahead log into the file, or it would lie beside one that it is not of."""
    connections.close_all()
    make_single(live, key_for(live))


def _copies() -> list[Path]:
    return sorted((place.folder() / "kept").glob("*.sqlite3"))
