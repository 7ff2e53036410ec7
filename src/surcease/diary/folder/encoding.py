from __future__ import annotations

from surcease.diary.errors import BadRow, DiaryError


def decode(file: str, data: bytes) -> str:
    """Read UTF-8, with or without a byte order mark; nothing else, and no NUL characters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise BadRow(file, line, DiaryError("not UTF-8 text; save the file as UTF-8")) from error
    if "\0" in text:
        line = 1 + text.count("\n", 0, text.index("\0"))
        raise BadRow(file, line, DiaryError("a NUL character, which no text holds"))
    return text


def encode(file: str, text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise DiaryError(
            "{file}: half a character (a lone surrogate) cannot be written", file=file
        ) from error
