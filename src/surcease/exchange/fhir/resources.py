from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from surcease.diary import DiaryError
from surcease.exchange.cells import JsonDocument
from surcease.exchange.fhir.element import Element
from surcease.exchange.tables import Table

_TYPE = re.compile(r"[A-Z][A-Za-z]{2,40}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """One resource with its place: the file, and its number in the Bundle or its line in NDJSON."""

    file: str
    number: int
    counts: str
    resource: Mapping[str, Any]
    full_url: str = ""

    @property
    def type(self) -> str:
        named = self.resource.get("resourceType")
        return named if isinstance(named, str) and _TYPE.fullmatch(named) else "no resource"

    @property
    def table(self) -> str:
        return f"{self.file}, {self.type}"

    @property
    def line(self) -> int:
        return self.number

    @property
    def element(self) -> Element:
        return Element(self.resource, self.type)

    @property
    def key(self) -> str:
        """Its type and id, or else where it stands; nothing else has the same."""
        made = self.resource.get("id")
        return f"{self.type}/{made}" if isinstance(made, str) else f"{self.file}#{self.number}"


def is_fhir(table: Table) -> bool:
    """Tell a JSON file of FHIR resources, also of none, from other JSON and from tables."""
    for document in _documents(table).values():
        listed = document if isinstance(document, list) else [document]
        if any(isinstance(each, dict) and "resourceType" in each for each in listed):
            return True
    return False


def _documents(table: Table) -> dict[int, Any]:
    """Return the JSON documents of a file by the line on which each begins."""
    return {
        line.number: cell.content
        for line in table.lines
        for cell in line.cells
        if isinstance(cell, JsonDocument)
    }


def entries_in(tables: Iterable[Table]) -> Iterator[Entry]:
    """Yield every resource of the JSON files: those of a Bundle, of a list, or one a line."""
    for table in tables:
        documents = _documents(table)
        for line, content in documents.items():
            if len(documents) > 1:
                yield _entry(table.name, line, "line", {"resource": content})
            else:
                yield from _unpacked(table.name, content)


def _unpacked(file: str, content: Any) -> Iterator[Entry]:
    if isinstance(content, dict) and content.get("resourceType") == "Bundle":
        entries = content.get("entry", [])
        if not isinstance(entries, list):
            raise DiaryError("{file}: Bundle.entry is not a list", file=file)
    else:
        listed = content if isinstance(content, list) else [content]
        entries = [{"resource": each} for each in listed]
    for number, entry in enumerate(entries, start=1):
        yield _entry(file, number, "entry", entry)


def _entry(file: str, number: int, counts: str, entry: Any) -> Entry:
    values = entry if isinstance(entry, dict) else {}
    resource, full_url = values.get("resource"), values.get("fullUrl")
    return Entry(
        file,
        number,
        counts,
        resource if isinstance(resource, dict) else {},
        full_url if isinstance(full_url, str) else "",
    )


class Resources:
    """All resources of an import, found by the references that they have to each other."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_reference: dict[str, Entry] = {}
        for entry in self.entries:
            for name in filter(None, (entry.full_url, entry.key)):
                self._by_reference.setdefault(name, entry)

    def of_type(self, kind: str) -> tuple[Entry, ...]:
        return tuple(each for each in self.entries if each.type == kind)

    def referred_to(self, reference: str) -> Entry | None:
        """Return what a reference means: the full address in the Bundle, or type and id."""
        tail = "/".join(reference.split("/_history/", maxsplit=1)[0].split("/")[-2:])
        return self._by_reference.get(reference) or self._by_reference.get(tail)

    def identity(self, reference: str) -> str:
        """Return one name for all references to the same resource, also to one that is not here."""
        entry = self.referred_to(reference)
        return entry.key if entry else reference
