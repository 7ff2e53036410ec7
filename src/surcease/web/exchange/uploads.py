"""The files of an upload, kept for as long as its import is under way.

They lie in the app's own folder, which nobody else may read, under numbers: what a file is called
decides nothing here.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from surcease.diary import DiaryError
from surcease.diary.folder.contents import FILES, LARGEST_FILE
from surcease.diary.folder.settings import FILE as SETTINGS_FILE
from surcease.web.store import place

_LONGEST_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Upload:
    """Where the files lie, and what they are called to the user."""

    folder: Path
    paths: tuple[Path, ...]
    names: Mapping[Path, str]

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


def keep(files: Sequence[UploadedFile[Any]]) -> Upload:
    """Write uploaded files down; those of a diary folder become one again."""
    if sum(file.size or 0 for file in files) > LARGEST_FILE:
        mib = LARGEST_FILE // 2**20
        raise DiaryError(_("These files are larger than %(mib)s MiB together.") % {"mib": mib})
    sweep()
    folder = Path(mkdtemp(dir=_place()))
    if any(file.name == SETTINGS_FILE for file in files):
        return _keep_diary(folder, files)
    paths = tuple(_write(file, folder / str(nth)) for nth, file in enumerate(files))
    return Upload(folder, paths, dict(zip(paths, map(_name, files), strict=True)))


def sweep() -> None:
    """Remove the files of imports that nobody came back to: they are plain text."""
    for left in _place().iterdir():
        with suppress(FileNotFoundError):  # its import is being closed at this moment
            if time.time() - left.stat().st_mtime > _LONGEST_SECONDS:
                shutil.rmtree(left, ignore_errors=True)


def _keep_diary(folder: Path, files: Sequence[UploadedFile[Any]]) -> Upload:
    diary = folder / "diary"
    diary.mkdir()
    for file in files:
        if file.name in FILES:
            _write(file, diary / FILES[FILES.index(file.name)])
    return Upload(folder, (diary,), {})


def _write(file: UploadedFile[Any], path: Path) -> Path:
    with path.open("wb") as target:
        for chunk in file.chunks():
            target.write(chunk)
    return path


def _name(file: UploadedFile[Any]) -> str:
    return (file.name or "")[:100] or _("a file without a name")


def _place() -> Path:
    uploads = place.folder() / "uploads"
    uploads.mkdir(mode=0o700, exist_ok=True)
    return uploads
