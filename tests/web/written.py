"""What a diary's file holds, read beside the app, and whether it is all there."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Written:
    """The actions in a file by number, and what is wrong with it."""

    actions: dict[str, int]
    faults: list[str]


def written(file: Path) -> Written:
    """Open a file as the app would after a crash, and hold everything in it together."""
    with closing(sqlite3.connect(file)) as connection:
        (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
        loose = connection.execute("PRAGMA foreign_key_check").fetchall()
        versions = connection.execute(
            "SELECT entry_id, number, action, cells, deleted FROM record_version"
            " ORDER BY entry_id, number"
        ).fetchall()
        entries = connection.execute(
            "SELECT id, number, cells, deleted FROM record_entry ORDER BY id"
        ).fetchall()
    faults = [] if whole == "ok" else [whole]
    faults += [f"loose: {each}" for each in loose]
    faults += _half_written(entries, versions)
    return Written({action: number for _, number, action, _, _ in versions}, faults)


def written_in_copy(file: Path, folder: Path) -> Written:
    """Copy a file with its log, as a disk holds them when the power goes, and open the copy."""
    folder.mkdir()
    for ending in ("", "-wal"):
        part = file.with_name(file.name + ending)
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return written(folder / file.name)


def _half_written(entries, versions) -> list[str]:
    """Every entry must be as its last version left it, and versions must be counted from 1."""
    last = {entry: rest for entry, *rest in versions}
    numbers: dict[str, list[int]] = {}
    for entry, number, *_ in versions:
        numbers.setdefault(entry, []).append(number)
    faults = [
        f"versions of {entry}: {found}"
        for entry, found in numbers.items()
        if found != list(range(1, len(found) + 1))
    ]
    for entry, number, cells, deleted in entries:
        if entry not in last:
            faults.append(f"no version of {entry}")
            continue
        last_number, _, last_cells, last_deleted = last[entry]
        same = json.loads(cells) == json.loads(last_cells) and deleted == last_deleted
        if number != last_number or not same:
            faults.append(f"{entry} is not as its last version")
    return faults
