from __future__ import annotations

from dataclasses import dataclass, field
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


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


ADDED_LATER = {"added_later": True}
"""Marks a field that older diaries lack: while empty it leaves their digest as it was."""

_MOST_ATTACKS = 10_000
"""Far beyond any person; a larger number is a slip of the keyboard."""


def _settle_extra(event: HasExtra) -> None:
    kept = tuple(sorted((name, text) for name, text in event.extra if text))
    if len({name for name, _ in kept}) < len(kept):
        raise DiaryError("two extra columns have the same name")
    object.__setattr__(event, "extra", kept)


def _check_period(from_on: date | None, to_on: date | None) -> None:
    for on in (from_on, to_on):
        if on is not None:
            check_year(on)
    if from_on is not None and to_on is not None and to_on < from_on:
        raise DiaryError("ends before it starts")


def _check_scale(name: str, value: float | None) -> None:
    if value is not None and not 0 <= value <= 10:
        raise DiaryError("{name} is outside 0 to 10", name=name)


def _check_amount(amount: float | None, name: str = "amount") -> None:
    if amount is not None and not 0 <= amount < float("inf"):
        raise DiaryError("{name} must be a number that is not negative", name=name)


def _holds(from_on: date | None, to_on: date | None, day: date) -> bool:
    return (from_on is None or from_on <= day) and (to_on is None or day <= to_on)


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
    `duration_min` is how long an infusion ran or oxygen was breathed, `volume_ml` what an infusion
    was diluted to.
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
    duration_min: float | None = field(default=None, metadata=ADDED_LATER)
    volume_ml: float | None = field(default=None, metadata=ADDED_LATER)

    def __post_init__(self) -> None:
        if not self.treatment.strip():
            raise DiaryError("a dose needs a treatment")
        _check_amount(self.amount)
        _check_scale("intensity_before", self.intensity_before)
        _check_scale("intensity_15_min", self.intensity_15_min)
        _check_scale("intensity_30_min", self.intensity_30_min)
        _check_amount(self.duration_min, "duration_min")
        _check_amount(self.volume_ml, "volume_ml")
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
            raise DiaryError("attacks must not be above {most} in a day", most=_MOST_ATTACKS)
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
class Condition:
    """Something about the patient's health that decides which treatments are safe.

    `present` False says that it is known to be absent. Without `from_on` it was always so, without
    `to_on` it still is.
    """

    condition: str
    present: bool = True
    from_on: date | None = None
    to_on: date | None = None
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.condition.strip():
            raise DiaryError("a condition needs a name")
        _check_period(self.from_on, self.to_on)
        _settle_extra(self)

    def holds_on(self, day: date) -> bool:
        return _holds(self.from_on, self.to_on, day)


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine taken for something else than cluster headache; "none" says that there is none."""

    medicine: str
    from_on: date | None = None
    to_on: date | None = None
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.medicine.strip():
            raise DiaryError("a medicine needs a name")
        _check_period(self.from_on, self.to_on)
        _settle_extra(self)

    def taken_on(self, day: date) -> bool:
        return _holds(self.from_on, self.to_on, day)


@dataclass(frozen=True, slots=True)
class Ecg:
    """An electrocardiogram: heart rate, PR interval, and what the doctor wrote about it."""

    on: date
    heart_rate_per_min: float | None = None
    pr_ms: float | None = None
    findings: tuple[str, ...] = ()
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        check_year(self.on)
        _check_amount(self.heart_rate_per_min, "heart_rate_per_min")
        _check_amount(self.pr_ms, "pr_ms")
        findings = tuple(each.strip() for each in self.findings if each.strip())
        object.__setattr__(self, "findings", findings)
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class Symptom:
    """Something noticed that belongs to no attack: a side effect, a warning sign."""

    noticed_at: Moment
    symptom: str
    notes: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.symptom.strip():
            raise DiaryError("a symptom needs a name")
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class Note:
    """A line of text at a time, which belongs to no attack, dose or symptom."""

    noted_at: Moment
    note: str
    extra: Extra = ()

    def __post_init__(self) -> None:
        if not self.note.strip():
            raise DiaryError("note: empty")
        _settle_extra(self)


@dataclass(frozen=True, slots=True)
class Person:
    """What rules need to know of the person: no name, no date of birth.

    `country` is an ISO 3166 code of two letters. `extra` holds the other keys of its table.
    """

    birth_year: int | None = None
    sex: Sex | None = None
    country: str = ""
    extra: Extra = ()

    def __post_init__(self) -> None:
        if self.birth_year is not None:
            check_year(date(max(self.birth_year, 1), 1, 1))
        if self.country and not (len(self.country) == 2 and self.country.isalpha()):
            raise DiaryError("country is not a code of two letters such as US")
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
    conditions: tuple[Condition, ...] = field(default=(), metadata=ADDED_LATER)
    medicines: tuple[Medicine, ...] = field(default=(), metadata=ADDED_LATER)
    ecgs: tuple[Ecg, ...] = field(default=(), metadata=ADDED_LATER)
    symptoms: tuple[Symptom, ...] = field(default=(), metadata=ADDED_LATER)
    person: Person | None = field(default=None, metadata=ADDED_LATER)
    notes: tuple[Note, ...] = field(default=(), metadata=ADDED_LATER)

    def __post_init__(self) -> None:
        zone_named(self.zone)
        _settle_extra(self)

    def zone_on(self, day: date) -> str:
        """Return the zone of that civil day: of the last listed journey that holds it, or home."""
        for journey in reversed(self.journeys):
            if day in journey.span:
                return journey.zone
        return self.zone


type HasExtra = (
    Attack
    | Dose
    | Regimen
    | DayCount
    | Lab
    | Condition
    | Medicine
    | Ecg
    | Symptom
    | Note
    | Person
    | Span
    | Diary
)
