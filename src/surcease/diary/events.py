from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from surcease.diary.errors import DiaryError
from surcease.diary.moment import Moment, zone_named

type Extra = tuple[tuple[str, str], ...]
"""Columns of a row that this version does not know, kept as (name, text)."""


class Kind(StrEnum):
    ATTACK = "attack"
    SHADOW = "shadow"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


def _check_scale(name: str, value: float | None) -> None:
    if value is not None and not 0 <= value <= 10:
        raise DiaryError(f"{name} is outside 0 to 10")


def _check_amount(amount: float | None) -> None:
    if amount is not None and not 0 <= amount < float("inf"):
        raise DiaryError("amount must be a number that is not negative")


@dataclass(frozen=True, slots=True)
class Attack:
    """One headache attack, or a shadow (sub-threshold pain).

    Nothing is validated against ICHD-3's 15 to 180 minutes: real attacks fall outside it.
    """

    started_at: Moment
    ended_at: Moment | None = None
    intensity: float | None = None
    kind: Kind = Kind.ATTACK
    side: Side | None = None
    symptoms: tuple[str, ...] = ()
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if self.ended_at is not None and self.ended_at.at < self.started_at.at:
            raise DiaryError("ends before it starts")
        _check_scale("intensity", self.intensity)

    @property
    def duration_min(self) -> float | None:
        if self.ended_at is None:
            return None
        return (self.ended_at.at - self.started_at.at).total_seconds() / 60


@dataclass(frozen=True, slots=True)
class Dose:
    """One administration: a tablet, an injection, an infusion, one site of a session.

    `treatment` is a formulary key, an alias of one, or the patient's own name for it, as entered.
    """

    given_at: Moment
    treatment: str
    amount: float | None = None
    unit: str = ""
    route: str = ""
    site: str = ""
    intensity_before: float | None = None
    intensity_15_min: float | None = None
    intensity_30_min: float | None = None
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.treatment.strip():
            raise DiaryError("a dose needs a treatment")
        _check_amount(self.amount)
        _check_scale("intensity_before", self.intensity_before)
        _check_scale("intensity_15_min", self.intensity_15_min)
        _check_scale("intensity_30_min", self.intensity_30_min)


@dataclass(frozen=True, slots=True)
class Regimen:
    """A daily amount from one local date to another, both included; no `to_on`: still going on."""

    treatment: str
    amount_per_day: float
    unit: str
    from_on: date
    to_on: date | None = None
    reason_stopped: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.treatment.strip():
            raise DiaryError("a regimen needs a treatment")
        _check_amount(self.amount_per_day)
        if self.to_on is not None and self.to_on < self.from_on:
            raise DiaryError("ends before it starts")


@dataclass(frozen=True, slots=True)
class DayCount:
    """What the patient said of a whole day: a count, confirmed none (0), or unknown (None)."""

    on: date
    attacks: int | None
    extra: Extra = ()

    def __post_init__(self) -> None:
        if self.attacks is not None and self.attacks < 0:
            raise DiaryError("attacks must not be negative")


@dataclass(frozen=True, slots=True)
class Lab:
    """A laboratory value. `assay` tells serum total, red-cell and ionised magnesium apart."""

    taken_at: Moment
    test: str
    value: float
    unit: str
    assay: str = ""
    extra: Extra = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Local civil days from `from_on` to `to_on`, both included."""

    from_on: date
    to_on: date

    def __post_init__(self) -> None:
        if self.to_on < self.from_on:
            raise DiaryError("ends before it starts")

    def __contains__(self, day: date) -> bool:
        return self.from_on <= day <= self.to_on


@dataclass(frozen=True, slots=True)
class Journey:
    """Days spent in another zone; times entered without an offset on them use its clock."""

    span: Span
    zone: str

    def __post_init__(self) -> None:
        zone_named(self.zone)


@dataclass(frozen=True, slots=True)
class Diary:
    """Everything one patient recorded, each table in the order it was written."""

    zone: str
    coverage: tuple[Span, ...] = ()
    journeys: tuple[Journey, ...] = ()
    attacks: tuple[Attack, ...] = ()
    doses: tuple[Dose, ...] = ()
    regimens: tuple[Regimen, ...] = ()
    days: tuple[DayCount, ...] = ()
    labs: tuple[Lab, ...] = ()

    def __post_init__(self) -> None:
        zone_named(self.zone)
