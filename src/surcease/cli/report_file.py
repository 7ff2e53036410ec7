from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from surcease.diary import DiaryError
from surcease.diary.folder.disk import using


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of report: by which option it is asked for, and how its files begin."""

    option: str
    begins: bytes


PAGE = FileKind("--html", b"<!doctype html")
PDF = FileKind("--pdf", b"%PDF-")


def check_place(path: Path, kind: FileKind = PAGE) -> None:
    """Raise DiaryError, before anything is fitted, where no report can go.

    A report may be replaced, anything else never: the wrong file name must not cost a diary.
    """
    with using(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise DiaryError(f"{path} is a folder; {kind.option} takes the name of a file")
    if path.is_file() and not _may_be_replaced(path, kind):
        raise DiaryError(f"{path} is there already and is no report; choose another name")


def _may_be_replaced(path: Path, kind: FileKind) -> bool:
    with using(path), path.open("rb") as file:
        start = file.read(len(kind.begins))
    return start.lower() in (b"", kind.begins.lower())


def write_page(path: Path, page: str) -> None:
    with using(path):
        path.write_text(page, encoding="utf-8")


def write_bytes(path: Path, content: bytes) -> None:
    with using(path):
        path.write_bytes(content)
