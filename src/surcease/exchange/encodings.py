from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from surcease.diary.errors import DiaryError


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding, each tried strictly.

    Windows-1252 accepts nearly any bytes, so it comes last and its use is worth telling the user.
    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise DiaryError("not text in UTF-8, UTF-16 or Windows-1252")


def _candidates(data: bytes) -> tuple[str, ...]:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    if data.startswith(BOM_UTF8):
        return ("utf-8-sig",)
    return ("utf-8", "cp1252")
