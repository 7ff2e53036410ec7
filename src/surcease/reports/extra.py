from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from surcease.diary.errors import DiaryError


class MissingExtra(DiaryError):
    """A report needs packages that a plain installation leaves out."""


@contextmanager
def report_extra() -> Iterator[None]:
    """Import packages of the `report` extra inside this, so that a missing one is explained.

    Raises
    ------
    MissingExtra
        One is not installed; the message says how to install it.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"this report needs {error.name}: pip install 'surcease[report]'"
        ) from error
