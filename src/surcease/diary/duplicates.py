from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass

from surcease.diary.events import Attack, Diary, Dose


@dataclass(frozen=True, slots=True)
class Distinct[Event]:
    """Events with each repetition left out, in their order, and how many were left out."""

    events: tuple[Event, ...]
    duplicates: int


def distinct_attacks(diary: Diary) -> Distinct[Attack]:
    """Count an attack or shadow once, however often its row was written.

    Two rows are one attack if start and end (as instants), kind, intensity and side agree; the
    first row stands for them.
    """
    return _distinct(diary.attacks, _attack_identity)


def distinct_doses(diary: Diary) -> Distinct[Dose]:
    """Count a dose once, however often its row was written.

    Two rows are one dose if instant, treatment, amount, unit, route and site agree; the first row
    stands for them. Two treatments at one instant are two doses.
    """
    return _distinct(diary.doses, _dose_identity)


def identity_of(event: Hashable) -> Hashable:
    """Return what two rows have in common that say the same: of most events, everything."""
    match event:
        case Attack():
            return _attack_identity(event)
        case Dose():
            return _dose_identity(event)
    return event


def _attack_identity(attack: Attack) -> Hashable:
    ended_at = attack.ended_at and attack.ended_at.at
    return attack.started_at.at, ended_at, attack.kind, attack.intensity, attack.side


def _dose_identity(dose: Dose) -> Hashable:
    return dose.given_at.at, dose.treatment, dose.amount, dose.unit, dose.route, dose.site


def _distinct[Event](
    events: Iterable[Event], identity: Callable[[Event], Hashable]
) -> Distinct[Event]:
    rows = tuple(events)
    first: dict[Hashable, Event] = {}
    for event in rows:
        first.setdefault(identity(event), event)
    return Distinct(tuple(first.values()), len(rows) - len(first))
