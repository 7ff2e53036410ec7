"""What a diary says of not wanting to live, and the same diary without it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from importlib.resources import files
from typing import Any

from surcease.diary import Diary, Lab
from surcease.diary.folder.tables import TABLES, Event
from surcease.formulary.spelling import normal
from surcease.formulary.vocabulary import symptom_groups_in

_IDEATION = "ideation"


def speaks_of_ideation(diary: Diary) -> bool:
    """Tell whether anything in a diary speaks of not wanting to live, in an attack or outside.

    It decides only what is shown first, on the screen of whoever reads the diary: it is no score,
    it leaves in no export, and it keeps nobody from writing (rules Z02 to Z05).
    """
    answered = any(each.value >= _question()["from"] for each in diary.labs if _asks_so(each))
    return answered or any(speaks_so(text) for text in _texts(diary))


def speaks_so(text: str) -> bool:
    return _IDEATION in symptom_groups_in(text)


def _asks_so(event: Event) -> bool:
    """Tell whether an entry is the answer to the question of a questionnaire about it."""
    names = map(normal, _question()["names"])
    return isinstance(event, Lab) and normal(event.test) in names


@cache
def _question() -> dict[str, Any]:
    text = files("surcease.safety").joinpath("data/questions.toml").read_text(encoding="utf-8")
    question: dict[str, Any] = tomllib.loads(text)["ideation"]
    return question


def without_ideation(diary: Diary) -> tuple[Diary, int]:
    """Leave out what speaks of not wanting to live, and say from how many entries (rule Z05).

    A note that does is left out whole, everything else of its entry stays. An entry that is about
    nothing else goes.
    """
    tables = {table.field: getattr(diary, table.field) for table in TABLES}
    kept = {name: tuple(_silent(event) for event in events) for name, events in tables.items()}
    changed = sum(
        silent != event
        for name, events in tables.items()
        for event, silent in zip(events, kept[name], strict=True)
    )
    left: dict[str, Any] = {name: tuple(filter(None, events)) for name, events in kept.items()}
    return replace(diary, **left), changed


def _silent(event: Event) -> Event | None:
    about_it = any(speaks_so(getattr(event, name, "")) for name in ("symptom", "condition"))
    if about_it or _asks_so(event):
        return None
    said: dict[str, Any] = {each.name: getattr(event, each.name) for each in fields(event)}
    kept = {name: _silent_value(value) for name, value in said.items() if name != "treatment"}
    return replace(event, **kept)


def _silent_value(value: Any) -> Any:
    match value:
        case str():
            return "" if speaks_so(value) else value
        case tuple():
            return tuple(each for each in value if not _speaks_anywhere(each))
    return value


def _speaks_anywhere(part: str | tuple[str, str]) -> bool:
    return any(map(speaks_so, (part,) if isinstance(part, str) else part))


def _texts(diary: Diary) -> Iterator[str]:
    for attack in diary.attacks:
        yield from (attack.notes, *attack.symptoms)
    for dose in diary.doses:
        yield dose.notes
    for sign in diary.symptoms:
        yield from (sign.symptom, sign.notes)
    for condition in diary.conditions:
        yield from (condition.condition, condition.notes)
