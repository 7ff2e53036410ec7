"""JSON and NDJSON files, opened like tables: one document a line."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from surcease.diary.errors import DiaryError
from surcease.exchange.cells import JsonDocument

_MARK = b"\xef\xbb\xbf"
_XML = b"http://hl7.org/fhir"
_START = 4096


def is_json(data: bytes) -> bool:
    """Tell JSON from a table by how it starts; FHIR in XML counts, to be refused by its name."""
    start = data[:_START].removeprefix(_MARK).lstrip()
    return start.startswith((b"{", b"[")) or (start.startswith(b"<") and _XML in start)


def documents(data: bytes) -> list[tuple[int, JsonDocument]]:
    """Return every document with the line on which it begins, or raise DiaryError."""
    text = _decoded(data)
    if text.lstrip().startswith("<"):
        raise DiaryError("FHIR in XML; ask for it in JSON")
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if len(lines) > 1 and _is_whole(lines[0][1]):
        return [(number, JsonDocument(_parsed(line, number))) for number, line in lines]
    return [(1, JsonDocument(_parsed(text, 1)))]


def _decoded(data: bytes) -> str:
    try:
        return data.removeprefix(_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        raise DiaryError("not UTF-8, which JSON has to be") from error


def _is_whole(line: str) -> bool:
    try:
        _parsed(line, 1)
    except DiaryError:
        return False
    return True


def _parsed(text: str, first_line: int) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        raise DiaryError(
            "line {line}, column {column}: not valid JSON", line=line, column=error.colno
        ) from error
    except RecursionError as error:
        raise DiaryError("line {line}: nested too deep to be read", line=first_line) from error
    except ValueError as error:
        raise DiaryError("line {line}: a number that cannot be read", line=first_line) from error


def _no_number(_constant: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")
