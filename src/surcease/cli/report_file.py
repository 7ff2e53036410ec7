from __future__ import annotations

from pathlib import Path

from surcease.diary import DiaryError
from surcease.diary.folder.disk import using

_PAGE_STARTS = b"<!doctype html"


def check_place(path: Path) -> None:
    """Raise DiaryError, before anything is fitted, where no report can go.

    A page may be replaced, anything else never: the wrong file name must not cost a diary.
    """
    with using(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise DiaryError(f"{path} is a folder; --html takes the name of a file")
    if path.is_file() and not _may_be_replaced(path):
        raise DiaryError(f"{path} is there already and is no report; choose another name")


def _may_be_replaced(path: Path) -> bool:
    with using(path), path.open("rb") as file:
        start = file.read(len(_PAGE_STARTS))
    return start.lower() in (b"", _PAGE_STARTS)


def write_page(path: Path, page: str) -> None:
    with using(path):
        path.write_text(page, encoding="utf-8")
