"""Where the diary of the app lies: one folder, the user's own, that nobody else may read."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from secrets import token_urlsafe

from platformdirs import user_data_path

FOLDER = "SURCEASE_DATA"
"""Environment variable that names another folder than the user's data directory."""

_KEY_BYTES = 48


def folder() -> Path:
    named = os.environ.get(FOLDER)
    return Path(named).resolve() if named else user_data_path("surcease", appauthor=False)


def database() -> Path:
    return folder() / "diary.sqlite3"


def make() -> None:
    """Make the folder and the key that signs cookies, unless they are there."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        number = os.open(_key_file(), os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600)
    except FileExistsError:
        return
    with open(number, "w", encoding="ascii") as file:  # noqa: PTH123  opened with its mode
        file.write(token_urlsafe(_KEY_BYTES))


def reserve(file: Path) -> None:
    """Make a file that is not there yet, for its owner alone: SQLite would let everyone read it."""
    with suppress(FileExistsError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o600))


def cookie_key() -> str:
    """Return the key that signs cookies; one that nobody knows where no folder was made."""
    try:
        return _key_file().read_text(encoding="ascii").strip() or token_urlsafe(_KEY_BYTES)
    except FileNotFoundError:
        return token_urlsafe(_KEY_BYTES)


def _key_file() -> Path:
    return folder() / "cookies.key"
