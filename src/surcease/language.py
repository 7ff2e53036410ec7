"""What is shown, in the reader's language: English, until a program says how to translate it.

The English sentence is the key of its translation. Nothing here reads the machine's locale: the
app binds the catalogue of its own language once, and everything else stays in English.
"""

from __future__ import annotations

from gettext import NullTranslations
from typing import Protocol


class Catalogue(Protocol):
    """Where translations are found; the standard library's and Django's both are one."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, number: int, /) -> str: ...


ENGLISH = "en"


class _Spoken:
    catalogue: Catalogue = NullTranslations()
    code: str = ENGLISH


def speak(catalogue: Catalogue, code: str) -> tuple[Catalogue, str]:
    """Translate by this catalogue from now on, in the whole process; return what was spoken before.

    `code` is the tag of its language as a page says it in `<html lang>` (BCP 47).
    """
    before = _Spoken.catalogue, _Spoken.code
    _Spoken.catalogue, _Spoken.code = catalogue, code
    return before


def code() -> str:
    """Return the tag of the language that is spoken."""
    return _Spoken.code


def gettext(text: str) -> str:
    """Translate a text; of none there is none, for catalogues keep their own head under it."""
    return _Spoken.catalogue.gettext(text) if text else text


def ngettext(one: str, many: str, number: int) -> str:
    return _Spoken.catalogue.ngettext(one, many, number)


def gettext_noop(text: str) -> str:
    """Mark a text for translation where it stands, to be translated where it is shown."""
    return text


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    """Mark the two forms of a counted thing for translation."""
    return one, many
