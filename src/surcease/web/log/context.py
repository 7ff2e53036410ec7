"""What the templates of the log page show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from surcease.diary.moment import read_iso
from surcease.formulary import treatments
from surcease.formulary.wording import key_in_words, unit_in_words
from surcease.web.log import choices
from surcease.web.log.recent import Recent
from surcease.web.log.sent import as_sent
from surcease.web.record.in_words import STILL_RUNNING, in_words
from surcease.web.record.models import Entry

_MOST_LATELY = 20
_FORM_OF = {
    "attacks": "attack",
    "doses": "dose",
    "regimens": "regimen",
    "days": "days",
    "labs": "lab",
    "symptoms": "symptom",
    "notes": "note",
}


_FORMS = (*_FORM_OF.values(), "infusion", "session")


def has_form(kind: str) -> bool:
    """Tell whether entries of a kind are corrected on the log page; the others in the settings."""
    return kind in _FORM_OF


@dataclass(frozen=True, slots=True)
class UsualDose:
    """A treatment kept at hand, as a button that logs a usual dose of it."""

    treatment: str
    name: str
    amount: str
    unit: str
    unit_in_words: str
    route: str


def page_context() -> dict[str, Any]:
    """Return what the page shows to everybody: the forms and what they offer."""
    return {
        "steps": choices.STEPS,
        "kinds": choices.KINDS,
        "sides": choices.SIDES,
        "site_sides": choices.SITE_SIDES,
        "assays": choices.ASSAYS,
        "muscles": choices.in_words(choices.MUSCLES),
        "tests": choices.in_words(choices.TESTS),
        "treatments": choices.treatment_choices(),
        "families": choices.unit_families(),
        "products": choices.products(),
        "ideation": choices.ideation_words(),
        "known_symptoms": choices.in_words(choices.known_symptoms()),
        "forms": [{"name": name, "template": f"log/forms/{name}.html"} for name in _FORMS],
        "blank": None,
        "empty_sites": [None] * 6,
    }


def now_context(recent: Recent) -> dict[str, Any]:
    entries = [each for each in recent.of_late if has_form(each.kind)]
    latest = sorted(entries, key=_when, reverse=True)
    return page_context() | {
        "running": _running(recent),
        "own": list(_own(recent)),
        "lately": latest[:_MOST_LATELY],
        "regimens": [each for each in recent.of("regimens") if "to_on" not in each.cells],
        "unknown": recent.unknown,
        "is_new": recent.is_new,
    }


def entry_context(entry: Entry) -> dict[str, Any]:
    return {
        "open": _FORM_OF.get(entry.kind, ""),
        "do": "change",
        "removal": "restore" if entry.deleted else "delete",
        "entry": entry,
        "told": json.dumps(as_sent(entry)),
        "cells": entry.cells,
        "versions": versions_of(entry),
    }


def versions_of(entry: Entry) -> list[dict[str, Any]]:
    """Return every state of an entry but the present one, the latest first."""
    return [
        {
            "made_at": each.made_at,
            "deleted": each.deleted,
            "words": in_words(entry.kind, each.cells) if not each.deleted else "",
            "notes": each.cells.get("notes", ""),
        }
        for each in entry.versions.filter(number__lt=entry.number).order_by("-number")
    ]


def _running(recent: Recent) -> Entry | None:
    latest = max(recent.of("attacks"), key=_when, default=None)
    if latest is None or latest.cells.get("ended_at") or latest.begins_at is None:
        return None
    return latest if timezone.now() - latest.begins_at < STILL_RUNNING else None


def _own(recent: Recent) -> Iterator[UsualDose]:
    kept = [each.cells for each in recent.of("usuals") if _is_acute(each.cells)]
    taken = (each.cells for each in recent.last_of_each)
    acute = [cells for cells in taken if _is_acute({"treatment": cells["treatment"]})]
    for cells in kept or acute:
        name, unit = cells["treatment"], cells.get("unit", "")
        yield UsualDose(
            name,
            key_in_words(name),
            cells.get("amount", ""),
            unit,
            unit_in_words(unit),
            cells.get("route", ""),
        )


def _is_acute(cells: dict[str, str]) -> bool:
    role = cells.get("role", "")
    known = treatments().get(cells["treatment"])
    return role == "acute" or (not role and known is not None and known.role == "acute")


def _when(entry: Entry) -> datetime:
    if entry.begins_at is not None:
        return entry.begins_at
    day = entry.on.isoformat() if entry.on else "1900-01-01"
    return read_iso(f"{day}T00:00:00+00:00")
