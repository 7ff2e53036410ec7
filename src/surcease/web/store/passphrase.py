"""The passphrase of this process: from the environment or a prompt, never from the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from surcease.diary import DiaryError
from surcease.web.store.connection import is_file_error, opened
from surcease.web.store.key import Key, is_encrypted, key_of

VARIABLE = "SURCEASE_PASSPHRASE"

_TRIES = 3
_known: list[str] = []

type Ask = Callable[[], str] | None


def key_for(file: Path) -> Key | None:
    """Return the key of a file by the passphrase of this process; None where it is plain."""
    if not is_encrypted(file):
        return None
    if not _known:
        raise DiaryError(f"{file} is encrypted; its passphrase is needed")
    return key_of(file, _known[-1])


def remember(passphrase: str) -> None:
    """Let this process open files with it, and nothing that this process starts."""
    os.environ.pop(VARIABLE, None)
    _known.append(passphrase)


def known() -> str | None:
    """Return the passphrase of this process, for one that it starts to open the same file."""
    return _known[-1] if _known else None


def unlock(file: Path, ask: Ask) -> None:
    """Get the passphrase of a file, if it has one, and see that it opens it."""
    if is_encrypted(file):
        remember(find(file, ask))


def find(file: Path, ask: Ask) -> str:
    """Return the passphrase that opens a file: one known already, or else one asked for."""
    at_hand = [*_known, *filter(None, [os.environ.get(VARIABLE, "")])]
    if not at_hand and ask is None:
        raise DiaryError(f"{file} is encrypted; {VARIABLE} must hold its passphrase")
    for passphrase in at_hand:
        if _opens(file, passphrase):
            return passphrase
    for _ in range(_TRIES if ask else 0):
        passphrase = ask() if ask else ""
        if _opens(file, passphrase):
            return passphrase
    raise DiaryError(f"{file} does not open: the passphrase is wrong, or the file is damaged")


def _opens(file: Path, passphrase: str) -> bool:
    try:
        with opened(file, key_of(file, passphrase)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except Exception as error:
        if not is_file_error(error):
            raise
        return False
    return True
