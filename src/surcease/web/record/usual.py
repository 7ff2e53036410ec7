from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from surcease.diary.errors import DiaryError
from surcease.diary.folder.cells import NUMBER
from surcease.diary.folder.place import at


@dataclass(frozen=True, slots=True)
class Usual:
    """A treatment that the user keeps at hand, and how much of it one dose usually is.

    `role` is acute, preventive or transitional as the user has it, `extra` whatever else a page
    keeps with it.
    """

    treatment: str
    amount: float | None
    unit: str
    route: str
    role: str
    extra: tuple[tuple[str, str], ...]


def read_usual(cells: Mapping[str, str]) -> Usual:
    known = ("treatment", "amount", "unit", "route", "role")
    if not cells.get("treatment", "").strip():
        raise DiaryError("a usual dose needs a treatment")
    with at("amount"):
        amount = NUMBER.read(cells["amount"].strip()) if cells.get("amount") else None
    return Usual(
        treatment=cells["treatment"],
        amount=amount,
        unit=cells.get("unit", ""),
        route=cells.get("route", ""),
        role=cells.get("role", ""),
        extra=tuple(sorted((name, cells[name]) for name in cells if name not in known)),
    )
