"""Small parts that many resources are made of."""

from __future__ import annotations

from collections.abc import Iterable

from surcease.diary import DiaryError, Extra
from surcease.exchange.fhir.codes import Json, extension_url, system
from surcease.exchange.fhir.text import put_text
from surcease.formulary import ucum

_WHOLE_BELOW = 1e15
_SURE = ("/min",)
"""Codes of UCUM that people do not write, so that the formulary does not know them."""


def number(value: float) -> float | int:
    """Write 6.0 as 6, as a person would."""
    return int(value) if value == int(value) and abs(value) < _WHOLE_BELOW else value


def quantity(value: float | None, unit: str) -> Json:
    """Return an amount in its unit as written, with the UCUM code where it is certain.

    Where no amount was written down, the quantity says that it is unknown.
    """
    into: Json = {} if value is None else {"value": number(value)}
    if value is None:
        into["extension"] = [{"url": extension_url("absent"), "valueCode": "unknown"}]
    put_text(into, "unit", unit)
    if code := unit if unit in _SURE else ucum_code(unit):
        into |= {"system": system("ucum"), "code": code}
    return into


def ucum_code(unit: str) -> str:
    try:
        return ucum(unit) if unit.strip() else ""
    except DiaryError:
        return ""


def columns(extra: Extra, name: str = "column") -> list[Json]:
    """Return extensions that hold the columns of a row, or the keys of a table, of the owner's."""
    return [_column(name, *each) for each in extra]


def _column(extension: str, name: str, text: str) -> Json:
    parts: list[Json] = []
    for url, value in (("name", name), ("text", text)):
        part: Json = {"url": url}
        put_text(part, "valueString", value)
        parts += [part] if len(part) > 1 else []
    return {"url": extension_url(extension), "extension": parts}


def extended(*extensions: Iterable[Json]) -> Json:
    together = [each for group in extensions for each in group]
    return {"extension": together} if together else {}


def noted(notes: str) -> Json:
    into: Json = {}
    put_text(into, "text", notes)
    return {"note": [into]} if into else {}
