"""Reading resources that may hold anything at any place."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import isfinite
from typing import Any

from surcease.diary import DiaryError, Extra
from surcease.exchange.fhir.codes import codings_of, extension_url

_MOST_NESTED = 30


@dataclass(frozen=True)
class Element:
    """One object of a resource, with its path in FHIR's words; a missing one is empty and false.

    Every method raises DiaryError, naming the path, where something of another type stands.
    """

    values: Mapping[str, Any]
    path: str

    def __bool__(self) -> bool:
        return bool(self.values)

    def __contains__(self, key: str) -> bool:
        return key in self.values or f"_{key}" in self.values

    def child(self, key: str) -> Element:
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            raise DiaryError("{path}.{key} is not an object", path=self.path, key=key)
        return Element(value, f"{self.path}.{key}")

    def children(self, key: str) -> tuple[Element, ...]:
        values = self.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(each, dict) for each in values):
            raise DiaryError("{path}.{key} is not a list of objects", path=self.path, key=key)
        return tuple(Element(each, f"{self.path}.{key}") for each in values)

    def first(self, key: str) -> Element:
        return next(iter(self.children(key)), Element({}, f"{self.path}.{key}"))

    def text(self, key: str) -> str:
        """Return a text, as exact as the extension beside it, or the empty one."""
        exact = self.child(f"_{key}").extension("exact_text") if f"_{key}" in self.values else None
        if exact:
            return _decoded(exact)
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise DiaryError("{path}.{key} is not a text", path=self.path, key=key)
        return value

    def number(self, key: str) -> float | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise DiaryError("{path}.{key} is not a number", path=self.path, key=key)
        return _finite(value, f"{self.path}.{key}")

    def flag(self, key: str) -> bool:
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise DiaryError("{path}.{key} is neither true nor false", path=self.path, key=key)
        return value

    def day(self, key: str) -> date | None:
        """Return the day of a date or of an instant, as its own clock shows it."""
        text = self.text(key)
        if not text:
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError as error:
            raise DiaryError("{path}.{key} is not a whole date", path=self.path, key=key) from error

    def extension(self, name: str) -> Element | None:
        return next(iter(self.extensions(name)), None)

    def extensions(self, name: str) -> Iterator[Element]:
        url = extension_url(name)
        return (each for each in self.children("extension") if each.values.get("url") == url)

    def part(self, url: str) -> Element:
        """Return one part of an extension that is made of several."""
        parts = (each for each in self.children("extension") if each.values.get("url") == url)
        return next(parts, Element({}, f"{self.path}.{url}"))

    def columns(self, name: str = "column") -> Extra:
        return tuple(
            (each.part("name").text("valueString"), each.part("text").text("valueString"))
            for each in self.extensions(name)
        )

    @property
    def note(self) -> str:
        return "\n".join(each.text("text") for each in self.children("note"))

    @cached_property
    def codings(self) -> frozenset[tuple[str, str]]:
        """Return the system and code of every coding of this CodeableConcept."""
        each = self.children("coding")
        return frozenset((coding.text("system"), coding.text("code")) for coding in each)

    def means(self, concept: str) -> bool:
        return not self.codings.isdisjoint(codings_of(concept))

    def has_code(self, system: str, code: str) -> bool:
        return (system, code) in self.codings

    @property
    def words(self) -> tuple[str, ...]:
        """Return what this CodeableConcept is called: its text, then how its codes are shown."""
        shown = (coding.text("display") for coding in self.children("coding"))
        return tuple(filter(str.strip, (self.text("text"), *shown)))


def unknown_modifier(value: object, depth: int = 0) -> bool:
    """Tell whether anything in a resource changes its meaning in a way that is not known here."""
    if depth > _MOST_NESTED:
        raise DiaryError("it is nested too deep")
    match value:
        case dict():
            changed = bool(value.get("modifierExtension")) or bool(value.get("implicitRules"))
            return changed or any(unknown_modifier(each, depth + 1) for each in value.values())
        case list():
            return any(unknown_modifier(each, depth + 1) for each in value)
    return False


def _decoded(exact: Element) -> str:
    try:
        return b64decode(exact.text("valueBase64Binary"), validate=True).decode("utf-8")
    except ValueError as error:
        raise DiaryError("{path} is not text in base 64", path=exact.path) from error


def _finite(value: float, path: str) -> float:
    try:
        finite = isfinite(value) and float(value) is not None
    except OverflowError:
        finite = False
    if not finite:
        raise DiaryError("{path} is too large a number", path=path)
    return value
