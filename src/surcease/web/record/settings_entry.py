"""The settings as cells: `zone`, `birth_year`, `sex`, `country`; and what diary.toml held besides.

`more` and `more_of_person` are the keys that no version knows, as one inline table of TOML each.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

from surcease.diary import Diary, DiaryError, Person
from surcease.diary.events import Extra, Sex
from surcease.diary.folder.toml import write_key, write_value

UNTIL_SAID = "UTC"
"""The zone until the user says which; instants carry their offset all the same."""


def read(cells: Mapping[str, str]) -> Diary:
    """Return the diary as it is before any entry."""
    zone = cells.get("zone", "").strip() or UNTIL_SAID
    return Diary(zone, person=_read_person(cells), extra=_read_more(cells.get("more", "")))


def write(diary: Diary) -> dict[str, str]:
    person = diary.person or Person()
    cells = {
        "zone": diary.zone,
        "birth_year": "" if person.birth_year is None else str(person.birth_year),
        "sex": person.sex.value if person.sex else "",
        "country": person.country,
        "more": _write_more(diary.extra),
        "more_of_person": _write_more(person.extra),
    }
    return {name: text for name, text in cells.items() if text}


def _read_person(cells: Mapping[str, str]) -> Person | None:
    person = Person(
        birth_year=_read_year(cells.get("birth_year", "").strip()),
        sex=_read_sex(cells.get("sex", "").strip()),
        country=cells.get("country", "").strip(),
        extra=_read_more(cells.get("more_of_person", "")),
    )
    return None if person == Person() else person


def _read_year(text: str) -> int | None:
    if text and not (text.isascii() and text.isdigit() and len(text) == 4):
        raise DiaryError("birth_year is not a year such as 1970")
    return int(text) if text else None


def _read_sex(text: str) -> Sex | None:
    if text and text not in list(Sex):
        raise DiaryError(f"sex is none of {', '.join(Sex)}")
    return Sex(text) if text else None


def _read_more(text: str) -> Extra:
    try:
        more: dict[str, Any] = tomllib.loads(f"more = {text}")["more"] if text else {}
        return tuple((key, write_value(value)) for key, value in more.items())
    except (tomllib.TOMLDecodeError, ValueError, RecursionError, AttributeError) as error:
        raise DiaryError("not valid TOML") from error


def _write_more(extra: Extra) -> str:
    pairs = ", ".join(f"{write_key(key)} = {text}" for key, text in extra)
    return f"{{{pairs}}}" if pairs else ""
