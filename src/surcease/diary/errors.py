"""The errors a diary can raise.

DiaryError
├── BadRow        one row of one file, with its place and the reason
└── BadRows       several of them, all that were found
"""

from __future__ import annotations

from collections.abc import Callable

type Translate = Callable[[str], str]

_MOST_SHOWN = 20


class DiaryError(ValueError):
    """Something in a diary cannot be used; the message says what, without quoting the entry.

    Parameters
    ----------
    text
        The message in English, with named places where something is to be put in.
    places
        What stands in them; another error among them is a part of the message.
    """

    def __init__(self, text: str, /, **places: object) -> None:
        self.text = text
        self.places = places
        super().__init__(self.said(str))

    def __reduce__(self) -> tuple[object, ...]:
        """Come back whole from another process, whatever the error was made of."""
        return _made_again, (type(self), self.args), self.__dict__

    def said(self, translate: Translate) -> str:
        """Return the message with every text of it translated."""
        text = translate(self.text)
        if not self.places:
            return text
        parts = {
            name: each.said(translate) if isinstance(each, DiaryError) else each
            for name, each in self.places.items()
        }
        return text.format(**parts)


def _made_again(kind: type[DiaryError], said: tuple[object, ...]) -> DiaryError:
    return kind.__new__(kind, *said)


class BadRow(DiaryError):
    """A row that cannot be read.

    Parameters
    ----------
    file, line
        Where it is. Lines count from 1, the header being line 1.
    reason
        What is wrong, in words that hold no diary content beyond the offending column's name.
    """

    def __init__(self, file: str, line: int, reason: DiaryError) -> None:
        super().__init__("{file}, line {line}: {reason}", file=file, line=line, reason=reason)
        self.file = file
        self.line = line
        self.reason = str(reason)


class BadRows(DiaryError):
    """Two or more rows that cannot be read, in the order of the files."""

    def __init__(self, rows: tuple[BadRow, ...]) -> None:
        self.rows = rows
        super().__init__("{number} rows cannot be read", number=len(rows))

    def said(self, translate: Translate) -> str:
        shown = [row.said(translate) for row in self.rows[:_MOST_SHOWN]]
        left = len(self.rows) - _MOST_SHOWN
        more = [translate("and {number} more").format(number=left)] if left > 0 else []
        return "\n".join([super().said(translate), *shown, *more])
