from __future__ import annotations

from os import PathLike
from pathlib import Path

from surcease.diary.errors import DiaryError
from surcease.diary.events import Diary
from surcease.diary.folder import archive, directory
from surcease.diary.folder.codec import encode_diary
from surcease.diary.folder.disk import using


def write_diary(diary: Diary, path: str | PathLike[str], *, replace: bool = False) -> None:
    """Write a diary as a folder, or as a zip file if the path ends in .zip.

    A diary that is there already stays as it is unless `replace` is set; anything else that is
    there is never replaced. The write is all or nothing. Raises DiaryError.
    """
    files = encode_diary(diary)
    place = Path(path).resolve()
    form = archive if place.suffix.lower() == ".zip" else directory
    with using(place):
        _check_free(place, is_diary=form.is_diary(place), replace=replace)
        place.parent.mkdir(parents=True, exist_ok=True)
        form.store(files, place)


def _check_free(place: Path, *, is_diary: bool, replace: bool) -> None:
    if is_diary and not replace:
        raise DiaryError(
            "{place} holds a diary already; it is replaced only on request", place=place
        )
    if not is_diary and place.exists() and not _is_empty_folder(place):
        raise DiaryError(
            "{place} holds something else than a diary; choose another place", place=place
        )


def _is_empty_folder(place: Path) -> bool:
    return place.is_dir() and not any(place.iterdir())
