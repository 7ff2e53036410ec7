from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

type Row = dict[str, Any]


def kept(path: Path, make: Callable[[], Row]) -> Row:
    """Return the row that an earlier run left at `path`, or make it and leave it there."""
    if path.exists():
        row: Row = json.loads(path.read_text(encoding="utf-8"))
        return row
    row = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(f".{os.getpid()}")
    unfinished.write_text(json.dumps(row), encoding="utf-8")
    unfinished.replace(path)
    return row


def as_json(table: Row, long: str) -> str:
    """Write a table as JSON with one line for each entry of its long list."""
    short = json.dumps({key: each for key, each in table.items() if key != long}, indent=1)
    lines = ",\n  ".join(json.dumps(each) for each in table[long])
    return f'{short.removesuffix("\n}")},\n "{long}": [\n  {lines}\n ]\n}}\n'
