"""SQLite files as plain connections, beside Django's own; encrypted ones by their key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from surcease.diary import DiaryError
from surcease.web.store.key import Key

_WAIT_SECONDS = 20


@contextmanager
def opened(file: Path, key: Key | None, *, by_cipher: bool = False) -> Iterator[Any]:
    """Open a file, which is made if it is not there; `by_cipher` also where it is plain."""
    options = {"timeout": _WAIT_SECONDS, "isolation_level": None}
    with closing(connect(str(file), key, by_cipher=by_cipher, **options)) as connection:
        yield connection


def connect(file: str, key: Key | None, *, by_cipher: bool = False, **options: Any) -> Any:
    if key is None and not by_cipher:
        return sqlite3.connect(file, **options)
    connection = cipher_module().connect(file, **options)
    # A wrong key is said by an error; without this it is printed as well, page by page.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = {key.literal}")
    return connection


def cipher_module() -> Any:
    if find_spec("sqlcipher3") is None:
        raise DiaryError("an encrypted diary needs its extra: pip install 'surcease[encrypt]'")
    from sqlcipher3 import dbapi2

    return dbapi2


def is_file_error(error: BaseException) -> bool:
    """Tell whether an error is one of SQLite or SQLCipher."""
    return hasattr(error, "sqlite_errorcode")
