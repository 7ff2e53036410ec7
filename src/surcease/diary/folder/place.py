from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from surcease.diary.errors import DiaryError


@contextmanager
def at(place: str) -> Iterator[None]:
    """Say where a DiaryError arose: a column, a key, a file."""
    try:
        yield
    except DiaryError as error:
        raise DiaryError("{place}: {reason}", place=place, reason=error) from error
