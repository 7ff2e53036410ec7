from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from surcease.diary.errors import DiaryError


@contextmanager
def using(path: Path) -> Iterator[None]:
    """Turn a refusal of the disk or the system into a DiaryError."""
    try:
        yield
    except OSError as error:
        raise DiaryError(
            "{path}: {reason}", path=path, reason=error.strerror or "the disk refused"
        ) from error


def write_to_disk(path: Path, data: bytes) -> None:
    """Return only when the bytes are on the disk, so that a rename never outruns them."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
