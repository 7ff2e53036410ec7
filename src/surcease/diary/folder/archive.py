"""A diary's files in a zip file, at its top or in its one top folder."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path, PurePosixPath, PureWindowsPath
from struct import error as StructError  # noqa: N812
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo, is_zipfile

from surcease.diary.errors import DiaryError
from surcease.diary.folder import settings
from surcease.diary.folder.contents import FILES, Contents, check_size, pick
from surcease.diary.folder.disk import write_to_disk

MOST_MEMBERS = 10_000
DAMAGE = (
    BadZipFile,
    StructError,
    zlib.error,
    EOFError,
    NotImplementedError,
    UnicodeDecodeError,
)
"""What reading a damaged zip file raises."""

_ADDED_BY_MACOS = "__MACOSX/"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED = 0x1
_ORDINARY_FILE = 0o100644 << 16
_UNIX = 3


def is_diary(path: Path) -> bool:
    if not is_zipfile(path):
        return False
    with _opened(path) as archive:
        return settings.FILE in _members(archive)


def load(path: Path) -> Contents:
    with _opened(path) as archive:
        members = _members(archive)
        return pick(members, lambda name: _read(archive, members[name]))


def store(files: Mapping[str, bytes], path: Path) -> None:
    """Write the same bytes for the same files; whatever else the old zip file holds stays."""
    packed = _pack({**_others(path), **files})
    with TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as scratch:
        new = Path(scratch) / path.name
        write_to_disk(new, packed)
        new.replace(path)


def _others(path: Path) -> dict[str, bytes]:
    if not path.exists():
        return {}
    with _opened(path) as archive:
        members = _members(archive).items()
        return {name: _read(archive, member) for name, member in members if name not in FILES}


@contextmanager
def _opened(path: Path) -> Iterator[ZipFile]:
    try:
        with ZipFile(path) as archive:
            yield archive
    except DAMAGE as error:
        raise DiaryError("a damaged zip file") from error


def _members(archive: ZipFile) -> dict[str, ZipInfo]:
    """Return the files by name, as seen from where diary.toml lies."""
    files = [each for each in archive.infolist() if not each.is_dir()]
    files = [each for each in files if not each.filename.startswith(_ADDED_BY_MACOS)]
    if len(files) > MOST_MEMBERS:
        raise DiaryError("a zip file of more than {most} files", most=MOST_MEMBERS)
    for each in files:
        _check_name(each.filename)
    top = _top({each.filename for each in files})
    members = {each.filename.removeprefix(top): each for each in files}
    if len(members) < len(files):
        raise DiaryError("a zip file with two files of the same name")
    return members


def _check_name(name: str) -> None:
    """Refuse any name that would leave the folder, on this system or another."""
    path = PureWindowsPath(name)
    if path.anchor or ".." in path.parts:
        raise DiaryError("a zip file with names that lead out of its folder")


def _top(names: Collection[str]) -> str:
    """Return the prefix of the folder that holds diary.toml, empty for the top itself."""
    if settings.FILE in names:
        return ""
    paths = [PurePosixPath(name) for name in names]
    tops = [path.parent for path in paths if path.name == settings.FILE and len(path.parts) == 2]
    if len(tops) > 1:
        raise DiaryError("a zip file of several diaries")
    return f"{tops[0]}/" if tops else ""


def _read(archive: ZipFile, member: ZipInfo) -> bytes:
    name = PurePosixPath(member.filename).name
    check_size(name, member.file_size)
    if member.flag_bits & _ENCRYPTED:
        raise DiaryError("{name} is encrypted", name=name)
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise DiaryError("{name} is compressed in another way than deflate", name=name)
    return archive.read(member)


def _pack(files: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(_entry(name), data)
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    """Everything that could differ between machines is fixed: time, owner, compressor."""
    entry = ZipInfo(name, _EARLIEST)
    entry.create_system = _UNIX
    entry.external_attr = _ORDINARY_FILE
    entry.compress_type = ZIP_STORED
    return entry
