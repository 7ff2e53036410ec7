"""Diary entries that state only what a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from surcease.diary import Attack, DayCount, Diary, Dose, Journey, Kind, Moment, Notice, Span
from surcease.diary.folder.codec import decode_diary

HOME = "Europe/Copenhagen"


def moment(text: str, zone: str = HOME) -> Moment:
    return Moment.parse(text, zone)


def attack(text: str, zone: str = HOME, **more: Any) -> Attack:
    return Attack(moment(text, zone), **more)


def shadow(text: str, zone: str = HOME) -> Attack:
    return attack(text, zone, kind=Kind.SHADOW)


def dose(text: str, treatment: str = "sumatriptan_sc", **more: Any) -> Dose:
    return Dose(moment(text), treatment, **more)


def day_count(on: str, attacks: int | None) -> DayCount:
    return DayCount(date.fromisoformat(on), attacks)


def span(from_on: str, to_on: str) -> Span:
    return Span(date.fromisoformat(from_on), date.fromisoformat(to_on))


def journey(from_on: str, to_on: str, zone: str) -> Journey:
    return Journey(span(from_on, to_on), zone)


def diary(*attacks: Attack, zone: str = HOME, **more: Any) -> Diary:
    return Diary(zone, attacks=attacks, **more)


def settings_toml(more: str = "", zone: str = HOME) -> str:
    return f'format = "surcease-diary/1"\nzone = "{zone}"\n{more}'


def files_of(settings: str = "", zone: str = HOME, **tables: str) -> Mapping[str, bytes]:
    """Make a diary's files: `files_of(attacks="started_at\\n...")`."""
    files = {f"{name}.csv": text.encode() for name, text in tables.items()}
    return {"diary.toml": settings_toml(settings, zone).encode(), **files}


def read(settings: str = "", zone: str = HOME, **tables: str) -> Diary:
    return read_with_notices(settings, zone, **tables)[0]


def read_with_notices(
    settings: str = "", zone: str = HOME, **tables: str
) -> tuple[Diary, tuple[Notice, ...]]:
    return decode_diary(files_of(settings, zone, **tables))
