"""What a diary's file holds of the actions sent to the app, and what they should have made."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

DELETED = "deleted"

type State = tuple[dict[str, str], bool]


def made_of(actions: Iterable[dict[str, Any]]) -> dict[str, State]:
    """Return what the last word on each cell, and on whether it is deleted, makes of entries.

    A change says nothing of the latter.
    """
    last: defaultdict[str, dict[str, tuple[Any, str]]] = defaultdict(dict)
    for action in actions:
        stamp = (action["do"] != "put", action["made_at"], UUID(action["id"]))
        deleted = {} if action["do"] == "change" else {DELETED: action["do"]}
        for name, text in {**action["cells"], **deleted}.items():
            before = last[action["entry"]].get(name)
            if before is None or before[0] < stamp:
                last[action["entry"]][name] = (stamp, text)
    return {
        entry: (
            {name: text for name, (_, text) in words.items() if text and name != DELETED},
            words[DELETED][1] == "delete",
        )
        for entry, words in last.items()
    }


def states_in(file: Path) -> dict[str, State]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT id, cells, deleted FROM record_entry").fetchall()
    return {str(UUID(entry)): (json.loads(cells), bool(gone)) for entry, cells, gone in rows}


def recorded_in(file: Path) -> list[str]:
    """Return the actions in a file in the order in which they were recorded."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT action FROM record_version ORDER BY id").fetchall()
    return [str(UUID(action)) for (action,) in rows]


def entries_in(file: Path) -> dict[str, dict[str, str]]:
    """Return the cells of what a device can correct."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT id, cells FROM record_entry WHERE NOT deleted AND kind != 'usuals'"
        ).fetchall()
    return {str(UUID(entry)): json.loads(cells) for entry, cells in rows}
