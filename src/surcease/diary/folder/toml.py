"""TOML values on one line: the standard library reads TOML but does not write it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, datetime, time

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def write_key(key: str) -> str:
    return key if _BARE_KEY.fullmatch(key) else _write_text(key)


def write_value(value: object) -> str:
    """Write what `tomllib` reads, so that reading it again gives an equal value."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _write_text(value)
        case int() | float():
            return repr(value)
        case datetime() | date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(write_value, value))}]"
        case dict():
            return f"{{{', '.join(write_pairs(value))}}}"
    raise TypeError(f"TOML has no {type(value).__name__}")


def write_pairs(table: Mapping[str, object]) -> list[str]:
    return [f"{write_key(key)} = {write_value(value)}" for key, value in table.items()]


def _write_text(text: str) -> str:
    """Every escape of JSON is one of TOML, which also wants DEL escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
