"""The settings: zone and person, and lists of what seldom changes. Each change is an action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from surcease.formulary.wording import key_in_words
from surcease.web.people.countries import country_codes
from surcease.web.people.sections import Field, Section, Text, section_of, sections
from surcease.web.people.writing import (
    as_known,
    cells_posted,
    change_settings,
    decimal_point,
    tell,
)
from surcease.web.people.zones import zones
from surcease.web.record.action import Do
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7

_OF_THE_PERSON = ("zone", "country", "birth_year", "sex")


@dataclass(frozen=True, slots=True)
class Filled:
    """A field with what it holds."""

    field: Field
    value: str

    @property
    def is_of_none(self) -> bool:
        """Tell whether a list to choose from lacks what is held: it must not become its first."""
        return self.value not in dict(self.field.options)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry in its list: how it is called, and its fields for a correction."""

    id: UUID | str
    name: str
    filled: tuple[Filled, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    section: Section
    rows: tuple[Row, ...]
    blank: tuple[Filled, ...]


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    return _page(request)


@require_POST
def change(request: HttpRequest, kind: str) -> HttpResponse:
    """Put, change or delete one entry; a refusal is told on the page, where it was entered."""
    if kind == "settings":
        problem = change_settings(cells_posted(request, _OF_THE_PERSON))
    else:
        section = section_of(kind)
        if section is None:
            raise Http404
        entry, form = (request.POST.get(name, "") for name in ("entry", "form"))
        problem = tell(kind, entry, _do(request), _known(request, section), form)
    if problem:
        return _page(request, kind, problem)
    return redirect(f"/settings/#{kind}")


def _page(request: HttpRequest, kind: str = "", problem: str = "") -> HttpResponse:
    kept = list(Entry.objects.filter(deleted=False).exclude(kind__in=("attacks", "doses", "days")))
    own: Mapping[str, str] = next((each.cells for each in kept if each.id == SETTINGS), {})
    context = {
        "own": own,
        "zones": zones(),
        "countries": country_codes(),
        "listed": [_listed(each, kept) for each in sections()],
        "problem": problem,
        "problem_in": kind,
        "new_number": uuid7,
    }
    return render(request, "people/settings.html", context)


def _listed(section: Section, kept: Iterable[Entry]) -> Listed:
    entries = [each for each in kept if each.kind == section.kind]
    ordered = sorted(entries, key=lambda each: (each.on is not None, each.on, each.id))
    return Listed(
        section,
        tuple(
            Row(each.id, _name(section, each.cells), _filled(section, each.cells))
            for each in ordered
        ),
        _filled(section, {}),
    )


def _filled(section: Section, cells: Mapping[str, str]) -> tuple[Filled, ...]:
    return tuple(
        Filled(each, _shown(each.name, cells.get(each.name, ""))) for each in section.fields
    )


def _shown(name: str, text: str) -> str:
    return key_in_words(text) if name == "treatment" else text


def _name(section: Section, cells: Mapping[str, str]) -> str:
    """Return the entry in a line: what names it, then what else was said."""
    parts = [_shown(section.shown, cells.get(section.shown, ""))]
    for field in section.fields:
        text = cells.get(field.name, "")
        if text and field.name == "unit" and len(parts) > 1:
            parts[-1] += f" {text}"
        elif text and field.name != section.shown:
            parts.append(f"{field.before} {_option(field, text)}".strip())
    return ", ".join(parts)


def _option(field: Field, text: str) -> Text:
    return dict(field.options).get(text, text)


def _known(request: HttpRequest, section: Section) -> dict[str, str]:
    """Return the cells as the diary holds them: treatments by their key, units by their code."""
    cells = cells_posted(request, (field.name for field in section.fields))
    numbers = [field.name for field in section.fields if field.type == "number"]
    cells |= {name: decimal_point(cells[name]) for name in numbers if name in cells}
    return as_known(cells)


def _do(request: HttpRequest) -> Do:
    if "delete" in request.POST:
        return Do.DELETE
    return Do.CHANGE if request.POST.get("entry") else Do.PUT
