"""A diary's files in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from surcease.diary.errors import DiaryError
from surcease.diary.folder import settings
from surcease.diary.folder.contents import FILES, Contents, check_size, pick
from surcease.diary.folder.disk import write_to_disk


def is_diary(folder: Path) -> bool:
    return (folder / settings.FILE).is_file()


def load(folder: Path) -> Contents:
    return pick([each.name for each in folder.iterdir()], lambda name: _read(folder / name))


def store(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files beside their place and move them there at once.

    Whatever else lies in the folder stays.
    """
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as scratch:
        new = Path(scratch) / folder.name
        _copy_others(folder, new)
        for name, data in files.items():
            write_to_disk(new / name, data)
        _move(new, folder)


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise DiaryError("{name} is not a file", name=path.name)
    check_size(path.name, path.stat().st_size)
    return path.read_bytes()


def _copy_others(folder: Path, new: Path) -> None:
    def ours(parent: str, _: list[str]) -> tuple[str, ...]:
        return FILES if Path(parent) == folder else ()

    if folder.exists():
        shutil.copytree(folder, new, symlinks=True, ignore=ours)
    else:
        new.mkdir()


def _move(new: Path, folder: Path) -> None:
    if is_diary(folder):
        _exchange(new, folder)
    elif folder.exists():
        _fill(folder, new)
    else:
        new.rename(folder)


def _fill(folder: Path, new: Path) -> None:
    """Move files into an empty folder, which someone may have open; without the last, no diary."""
    for name in reversed(FILES):
        if (new / name).exists():
            (new / name).rename(folder / name)


def _exchange(new: Path, folder: Path) -> None:
    """Replace a folder; at every step the old or the new one is whole somewhere beside it."""
    aside = Path(mkdtemp(prefix=f".{folder.name}-", dir=folder.parent)) / folder.name
    folder.rename(aside)
    try:
        new.rename(folder)
    except BaseException:
        aside.rename(folder)
        aside.parent.rmdir()
        raise
    shutil.rmtree(aside.parent)
