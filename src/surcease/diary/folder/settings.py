"""diary.toml: format, zone, coverage, journeys, and whatever else it holds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from surcease.diary.errors import DiaryError
from surcease.diary.events import Diary, Extra, Journey, Person, Sex, Span
from surcease.diary.folder.encoding import decode, encode
from surcease.diary.folder.place import at
from surcease.diary.folder.toml import write_key, write_value

FILE = "diary.toml"
FORMAT = "surcease-diary/1"

_LINE = re.compile(r"\(at line \d+, column \d+\)")

type Settings = dict[str, Any]


def read_settings(data: bytes) -> Diary:
    """Make a diary that has no events yet."""
    text = decode(FILE, data)
    with at(FILE):
        settings = _parse(text)
        if settings.get("format") != FORMAT:
            raise DiaryError(
                'format is not "{format}", the only one that this version reads', format=FORMAT
            )
        return Diary(
            zone=_zone(settings),
            coverage=tuple(_each(settings, "coverage", _span)),
            journeys=tuple(_each(settings, "journeys", _journey)),
            person=_person(settings),
            extra=_extra(settings, ("format", "zone", "coverage", "journeys", "person")),
        )


def write_settings(diary: Diary) -> bytes:
    lines = [_pair("format", FORMAT), _pair("zone", diary.zone), *_extra_lines(diary.extra)]
    if diary.person is not None:
        lines += ["", "[person]", *_person_lines(diary.person)]
    for span in diary.coverage:
        lines += ["", "[[coverage]]", *_span_lines(span)]
    for journey in diary.journeys:
        lines += ["", "[[journeys]]", *_span_lines(journey.span), _pair("zone", journey.zone)]
    return encode(FILE, "\n".join([*lines, ""]))


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        if line is None:
            raise DiaryError("not valid TOML") from error
        raise DiaryError("not valid TOML {place}", place=line.group()) from error
    except (ValueError, RecursionError) as error:
        raise DiaryError("a number too large or tables nested too deep to read") from error


def _parse(text: str) -> Settings:
    with _readable():
        return tomllib.loads(text)


def _extra(settings: Settings, known: Collection[str]) -> Extra:
    with _readable():
        unknown = {key: each for key, each in settings.items() if key not in known}
        return tuple((key, write_value(value)) for key, value in unknown.items())


def _zone(settings: Settings) -> str:
    zone = settings.get("zone")
    if not isinstance(zone, str):
        raise DiaryError('a line such as zone = "America/New_York" is missing')
    return zone


def _each[Entry](
    settings: Settings, key: str, read: Callable[[Settings], Entry]
) -> Iterator[Entry]:
    tables = settings.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise DiaryError("{key} is not written as [[{key}]]", key=key)
    for nth, table in enumerate(tables, start=1):
        with at(f"{key} {nth}"):
            yield read(table)


def _span(table: Settings) -> Span:
    extra = _extra(table, ("from", "to"))
    return Span(_date(table, "from"), _date(table, "to"), extra)


def _journey(table: Settings) -> Journey:
    return Journey(_span({key: each for key, each in table.items() if key != "zone"}), _zone(table))


def _person(settings: Settings) -> Person | None:
    if "person" not in settings:
        return None
    table = settings["person"]
    with at("person"):
        if not isinstance(table, dict):
            raise DiaryError("is not written as [person]")
        return Person(
            _birth_year(table),
            _sex(table),
            _country(table),
            _extra(table, ("birth_year", "sex", "country")),
        )


def _birth_year(table: Settings) -> int | None:
    year = table.get("birth_year")
    if year is not None and type(year) is not int:
        raise DiaryError("birth_year is not a year such as 1970")
    return year


def _sex(table: Settings) -> Sex | None:
    sex = table.get("sex")
    if sex is None:
        return None
    if sex not in list(Sex):
        raise DiaryError("sex is none of {choices}", choices=", ".join(Sex))
    return Sex(sex)


def _country(table: Settings) -> str:
    country = table.get("country", "")
    if not isinstance(country, str):
        raise DiaryError('country is not a code of two letters such as "US"')
    return country


def _person_lines(person: Person) -> list[str]:
    known = {
        "birth_year": person.birth_year,
        "sex": person.sex and person.sex.value,
        "country": person.country or None,
    }
    pairs = [_pair(key, value) for key, value in known.items() if value is not None]
    return [*pairs, *_extra_lines(person.extra)]


def _date(table: Settings, key: str) -> date:
    value = table.get(key)
    if type(value) is not date:
        raise DiaryError("a line such as {key} = 2024-03-01, without quotes, is missing", key=key)
    return value


def _pair(key: str, value: object) -> str:
    return f"{key} = {write_value(value)}"


def _span_lines(span: Span) -> list[str]:
    return [_pair("from", span.from_on), _pair("to", span.to_on), *_extra_lines(span.extra)]


def _extra_lines(extra: Extra) -> list[str]:
    return [f"{write_key(key)} = {text}" for key, text in extra]
