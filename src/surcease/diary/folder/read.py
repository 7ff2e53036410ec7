from __future__ import annotations

from os import PathLike
from pathlib import Path
from zipfile import is_zipfile

from surcease.diary.errors import DiaryError
from surcease.diary.events import Diary
from surcease.diary.folder import archive, directory
from surcease.diary.folder.codec import decode_diary
from surcease.diary.folder.contents import Contents
from surcease.diary.folder.disk import using
from surcease.diary.folder.notices import Notice, about_others


def read_diary(path: str | PathLike[str]) -> Diary:
    """Read a diary from a folder or a zip file of it.

    Raises DiaryError for anything that cannot be read; BadRow or BadRows name file, line and
    reason. Either the whole diary is read or nothing.
    """
    diary, _ = read_diary_with_notices(path)
    return diary


def read_diary_with_notices(path: str | PathLike[str]) -> tuple[Diary, tuple[Notice, ...]]:
    """Read a diary as `read_diary` does, and say what is unusual in its files."""
    contents = _load(Path(path))
    diary, notices = decode_diary(contents.files)
    return diary, (*notices, *about_others(contents.others))


def _load(path: Path) -> Contents:
    with using(path):
        if path.is_dir():
            return directory.load(path)
        if is_zipfile(path):
            return archive.load(path)
        if path.exists():
            raise DiaryError("{path} is neither a folder nor a zip file", path=path)
        raise DiaryError("{path} does not exist", path=path)
