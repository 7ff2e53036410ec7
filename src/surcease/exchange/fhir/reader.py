from __future__ import annotations

import re
from collections import defaultdict
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta

from surcease.diary import DiaryError, Moment, zone_named
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.instants import on_clock_of, usual_text
from surcease.exchange.fhir.kinds.pain import AFTER_MIN
from surcease.exchange.fhir.resources import Resources

_COLUMN_AFTER = {after_min: column for column, after_min in AFTER_MIN.items()}
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_MINUTE = timedelta(minutes=1)
_NOON = time(12)


class WithoutTime(DiaryError):
    """A date where an instant is needed."""

    def __init__(self) -> None:
        super().__init__("the time of day is missing")


class Reader:
    """Reads what takes more than one element: times on a clock, and what others refer to.

    Parameters
    ----------
    own
        Whether this program wrote the resources. Offsets are then those of the patient's clock;
        a server writes the offsets it likes, so others are put on the clock of `zone`.
    """

    def __init__(self, resources: Resources, zone: str, *, own: bool) -> None:
        self.resources = resources
        self.zone = zone
        self.own = own
        self._members: set[str] = set()
        self._procedures: set[str] = set()
        self._parts: defaultdict[str, list[Element]] = defaultdict(list)
        for entry in resources.of_type("Observation"):
            with suppress(DiaryError):  # it is refused, with the reason, where its turn comes
                self._file(entry.element)
        for entry in resources.of_type("MedicationAdministration"):
            with suppress(DiaryError):
                self._procedures.update(self._identities(entry.element, "partOf"))

    def _file(self, resource: Element) -> None:
        self._members.update(self._identities(resource, "hasMember"))
        if resource.child("code").means("pain"):
            for whole in self._identities(resource, "partOf"):
                self._parts[whole].append(resource)

    def _identities(self, resource: Element, key: str) -> list[str]:
        references = (each.text("reference") for each in resource.children(key))
        return [self.resources.identity(each) for each in references]

    def period(
        self, resource: Element, name: str, *, whole_day: bool = False
    ) -> tuple[Moment, Moment | None]:
        """Return when something began and ended; `whole_day`: a bare date is taken as its noon."""
        if f"{name}DateTime" in resource:
            return self._moment(resource, f"{name}DateTime", whole_day=whole_day), None
        if f"{name}Instant" in resource:
            return self._moment(resource, f"{name}Instant", whole_day=whole_day), None
        period = resource.child(f"{name}Period")
        if "start" not in period:
            raise DiaryError("the time is missing")
        start = self._moment(period, "start", whole_day=whole_day)
        end = self._moment(period, "end") if _tells_time(period, "end") else None
        return start, end

    def _moment(self, element: Element, key: str, *, whole_day: bool = False) -> Moment:
        text = element.text(key)
        beside = element.child(f"_{key}")
        told = beside.extension("zone")
        zone = told.text("valueCode") if told else self.zone
        zone_named(zone)
        if _DATE.fullmatch(text):
            if not whole_day or len(text) < len("2024-03-01"):
                raise WithoutTime
            return Moment.parse(f"{text}T{_NOON.isoformat('minutes')}", zone)
        at, offset_min = _read_instant(text, zone)
        if not self.own:
            return on_clock_of(zone, at, text)
        offset = beside.extension("offset")
        offset_min = int(offset.number("valueInteger") or 0) if offset else offset_min
        entered = beside.extension("entered")
        words = entered.text("valueString") if entered else usual_text(at, offset_min)
        return Moment(at, zone, offset_min, words)

    def lacks_time(self, resource: Element, name: str) -> bool:
        """Tell whether no more than a date is said of when something was."""
        start = resource.child(f"{name}Period").text("start")
        return bool(_DATE.fullmatch(resource.text(f"{name}DateTime") or start))

    def has_administrations(self, procedure: Element) -> bool:
        """Tell whether administrations say of themselves that they are part of a procedure."""
        return _key(procedure) in self._procedures

    def pain_of_attack(self, resource: Element) -> float | None:
        """Return the pain that an attack refers to, or that is one of its components."""
        members = (each.text("reference") for each in resource.children("hasMember"))
        found = filter(None, map(self.resources.referred_to, members))
        for each in (*(entry.element for entry in found), *resource.children("component")):
            if each.child("code").means("pain"):
                return _score(each)
        return None

    def pains_of_dose(self, resource: Element, given_at: Moment) -> dict[str, float | None]:
        """Return the pain before a dose and after it, as far as it was noted."""
        pains: dict[str, float | None] = {}
        for each in self._parts.get(_key(resource), ()):
            felt_at, _ = self.period(each, "effective")
            name = _COLUMN_AFTER.get(round((felt_at.at - given_at.at) / _MINUTE))
            if name:
                pains[name] = _score(each)
        return pains

    def has_whole(self, pain: Element) -> bool:
        """Tell whether a pain score belongs to an attack or a dose that is here."""
        wholes = (each.text("reference") for each in pain.children("partOf"))
        return any(map(self.resources.referred_to, wholes)) or _key(pain) in self._members


def _key(resource: Element) -> str:
    return f"{resource.values['resourceType']}/{resource.text('id')}"


def _tells_time(period: Element, key: str) -> bool:
    return key in period and not _DATE.fullmatch(period.text(key))


def _read_instant(text: str, zone: str) -> tuple[datetime, int]:
    try:
        entered = datetime.fromisoformat(text)
    except ValueError as error:
        raise DiaryError("not a time as FHIR writes it") from error
    if entered.tzinfo is None:
        entered = entered.replace(tzinfo=zone_named(zone))
    offset = entered.utcoffset() or timedelta()
    try:
        return entered.astimezone(UTC), round(offset / _MINUTE)
    except OverflowError as error:
        raise DiaryError("a time too far from today") from error


def _score(pain: Element) -> float | None:
    measured = pain.child("valueQuantity").number("value")
    return pain.number("valueInteger") if measured is None else measured
