from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import isfinite

from surcease.diary.errors import DiaryError
from surcease.diary.moment import Moment, check_year, zone_named

type Extra = tuple[tuple[str, str], ...]
"""Columns of a row that this version does not know, kept as (name, text).

Every event keeps them sorted by name and without the empty ones, so that equal rows are equal.
"""


class Kind(StrEnum):
    ATTACK = "attack"
    SHADOW = "shadow"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


_MOST_ATTACKS = 10_000
"""Far beyond any person; a larger number is a slip of the keyboard."""


def _settle_extra(event: Attack | Dose | Regimen | DayCount | Lab | Span | Diary) -> None:
    kept = tuple(sorted((name, text) for name, text in event.extra if text))
    if len({name for name, _ in kept}) < len(kept):
        raise DiaryError("two extra columns have the same name")
    object.__setattr__(event, "extra", kept)


def _check_period(from_on: date, to_on: date | None) -> None:
    check_year(from_on)
    if to_on is None:
        return
    check_year(to_on)
    if to_on < from_on:
        raise DiaryError("ends before it starts")


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
    Symptoms are kept without surrounding blanks and without empty ones.
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
        symptoms = tuple(each.strip() for each in self.symptoms if each.strip())
        object.__setattr__(self, "symptoms", symptoms)
        _settle_extra(self)

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
        _settle_extra(self)


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
        _check_period(self.from_on, self.to_on)
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class DayCount:
    """What the patient said of a whole day: a count, confirmed none (0), or unknown (None)."""

    on: date
    attacks: int | None
    extra: Extra = ()

    def __post_init__(self) -> None:
        check_year(self.on)
        if self.attacks is not None and self.attacks < 0:
            raise DiaryError("attacks must not be negative")
        if self.attacks is not None and self.attacks > _MOST_ATTACKS:
            raise DiaryError(f"attacks must not be above {_MOST_ATTACKS} in a day")
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class Lab:
    """A laboratory value. `assay` tells serum total, red-cell and ionised magnesium apart."""

    taken_at: Moment
    test: str
    value: float
    unit: str
    assay: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.test.strip():
            raise DiaryError("a laboratory value needs a test")
        if not isfinite(self.value):
            raise DiaryError("value must be a finite number")
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class Span:
    """Local civil days from `from_on` to `to_on`, both included.

    `extra` holds the other keys of its table in diary.toml, as (name, TOML value).
    """

    from_on: date
    to_on: date
    extra: Extra = ()

    def __post_init__(self) -> None:
        _check_period(self.from_on, self.to_on)
        _settle_extra(self)

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
    """Everything one patient recorded, each table in the order it was written.

    `extra` holds the keys of diary.toml that this version does not know, as (name, TOML value).
    """

    zone: str
    coverage: tuple[Span, ...] = ()
    journeys: tuple[Journey, ...] = ()
    attacks: tuple[Attack, ...] = ()
    doses: tuple[Dose, ...] = ()
    regimens: tuple[Regimen, ...] = ()
    days: tuple[DayCount, ...] = ()
    labs: tuple[Lab, ...] = ()
    extra: Extra = ()

    def __post_init__(self) -> None:
        zone_named(self.zone)
        _settle_extra(self)

    def zone_on(self, day: date) -> str:
        """Return the zone of that civil day: of the last listed journey that holds it, or home."""
        for journey in reversed(self.journeys):
            if day in journey.span:
                return journey.zone
        return self.zone
