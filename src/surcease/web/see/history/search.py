"""Which entries are looked for. Nothing of it is ever in an address: it may quote the diary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from surcease.formulary import treatment_named
from surcease.formulary.wording import treatment_shown_as
from surcease.web.record.models import Entry

PAGE = 50
KINDS = (
    "attacks",
    "doses",
    "regimens",
    "days",
    "labs",
    "symptoms",
    "notes",
    "ecgs",
    "conditions",
    "medicines",
    "coverage",
    "journeys",
)
_LONGEST = 100

_IN_A_CELL = (
    "EXISTS (SELECT 1 FROM json_each(record_entry.cells) AS cell"
    " WHERE cell.value LIKE %s ESCAPE '\\')"
)
"""Cells are searched, not their names, which stand in the same JSON."""


@dataclass(frozen=True, slots=True)
class Search:
    text: str = ""
    kind: str = ""
    from_on: date | None = None
    to_on: date | None = None
    deleted: bool = False
    page: str = ""

    @property
    def entries(self) -> QuerySet[Entry]:
        """Return what is found, the latest first."""
        found = Entry.objects.filter(deleted=self.deleted, kind__in=self._kinds)
        if self.from_on:
            found = found.filter(on__gte=self.from_on)
        if self.to_on:
            found = found.filter(on__lte=self.to_on)
        if self.text:
            found = found.filter(self._says_it)
        return found.order_by("-on", "-begins_at", "-id")

    @property
    def _kinds(self) -> tuple[str, ...]:
        return (self.kind,) if self.kind in KINDS else KINDS

    @property
    def _says_it(self) -> Q:
        """Match the text anywhere in a cell, or the treatment that it names."""
        written = RawSQL(_IN_A_CELL, [f"%{_escaped(self.text)}%"], BooleanField())  # noqa: S611
        known = treatment_shown_as(self.text) or treatment_named(self.text)
        return Q(written) | Q(cells__treatment=known.key) if known else Q(written)


def read_search(said: Mapping[str, str]) -> Search:
    """Read a form; what cannot be read is left out."""
    return Search(
        text=said.get("text", "").strip()[:_LONGEST],
        kind=said.get("kind", ""),
        from_on=_day(said.get("from", "")),
        to_on=_day(said.get("to", "")),
        deleted=said.get("deleted") == "yes",
        page=said.get("page", ""),
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
