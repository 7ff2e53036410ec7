from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from surcease.diary.errors import DiaryError
from surcease.diary.folder import settings
from surcease.diary.folder.tables import TABLES

FILES = (settings.FILE, *(table.file for table in TABLES))
LARGEST_FILE = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of a diary's files by name, and the names of whatever else lies beside them."""

    files: dict[str, bytes]
    others: tuple[str, ...] = ()


def pick(names: Collection[str], read: Callable[[str], bytes]) -> Contents:
    """Read those of the names that are a diary's files."""
    others = sorted(set(names).difference(FILES))
    for name in others:
        if name.lower() in FILES:
            raise DiaryError("{name} must be written in lower case", name=name.lower())
    files = {name: read(name) for name in FILES if name in names}
    return Contents(files, tuple(name for name in others if not name.startswith(".")))


def check_size(name: str, size: int) -> None:
    if size > LARGEST_FILE:
        raise DiaryError("{name} is larger than {most} MiB", name=name, most=LARGEST_FILE // 2**20)
