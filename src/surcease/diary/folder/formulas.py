"""Cells that a spreadsheet would take for a formula.

A text such as =HYPERLINK(...), perhaps from a file that someone else made, would be run by the
spreadsheet that opens the table. It is written with an apostrophe in front, the sign by which
spreadsheets know a text, and read without.
"""

from __future__ import annotations

import re

from surcease.diary.folder.cells import WRITTEN_NUMBER

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    is_formula = _FORMULA.match(text) and not WRITTEN_NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


def unguard(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
