"""The errors a diary can raise.

DiaryError
├── BadRow        one row of one file, with its place and the reason
└── BadRows       several of them, all that were found
"""

from __future__ import annotations

_MOST_SHOWN = 20


class DiaryError(ValueError):
    """Something in a diary cannot be used; the message says what, without quoting the entry.

    Parameters
    ----------
    text
        The message in English, with named places where something is to be put in.
    places
        What stands in them. It is kept beside the text, by which the message can be translated.
    """

    def __init__(self, text: str, **places: object) -> None:
        super().__init__(text.format(**places) if places else text)
        self.text = text
        self.places = places


class BadRow(DiaryError):
    """A row that cannot be read.

    Parameters
    ----------
    file, line
        Where it is. Lines count from 1, the header being line 1.
    reason
        What is wrong, in words that hold no diary content beyond the offending column's name.
    """

    def __init__(self, file: str, line: int, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class BadRows(DiaryError):
    """Two or more rows that cannot be read, in the order of the files."""

    def __init__(self, rows: tuple[BadRow, ...]) -> None:
        shown = [str(row) for row in rows[:_MOST_SHOWN]]
        more = [f"and {len(rows) - _MOST_SHOWN} more"] if len(rows) > _MOST_SHOWN else []
        super().__init__("\n".join([f"{len(rows)} rows cannot be read", *shown, *more]))
        self.rows = rows
