"""What a diary says of not wanting to live, and the same diary without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from surcease.diary import Diary, Lab, Span
from surcease.diary.folder.tables import TABLES, Event
from surcease.formulary.packaged import packaged
from surcease.formulary.spelling import normal
from surcease.formulary.vocabulary import symptom_groups_in

_IDEATION = "ideation"
_NAMES = ("symptom", "condition", "medicine", "treatment", "test", "note")


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


def _question() -> dict[str, Any]:
    question: dict[str, Any] = packaged("_questions.toml")["ideation"]
    return question


def without_ideation(diary: Diary) -> tuple[Diary, int]:
    """Leave out what speaks of not wanting to live, and say from how many entries (rule Z05).

    A note that does is left out whole, everything else of its entry stays. An entry that is about
    nothing else goes.
    """
    plain = _with_plain_settings(diary)
    tables = {table.field: getattr(diary, table.field) for table in TABLES}
    kept = {name: tuple(_silent(event) for event in events) for name, events in tables.items()}
    changed = sum(
        silent != event
        for name, events in tables.items()
        for event, silent in zip(events, kept[name], strict=True)
    )
    left: dict[str, Any] = {name: tuple(filter(None, events)) for name, events in kept.items()}
    return replace(plain, **left), changed + (plain != diary)


def _with_plain_settings(diary: Diary) -> Diary:
    """Leave it out of the owner's own keys in diary.toml."""
    person = diary.person and replace(diary.person, extra=_silent_value(diary.person.extra))
    return replace(
        diary,
        extra=_silent_value(diary.extra),
        person=person,
        coverage=tuple(map(_plain_span, diary.coverage)),
        journeys=tuple(replace(each, span=_plain_span(each.span)) for each in diary.journeys),
    )


def _plain_span(span: Span) -> Span:
    return replace(span, extra=_silent_value(span.extra))


def _silent(event: Event) -> Event | None:
    about_it = any(speaks_so(getattr(event, name, "")) for name in _NAMES)
    if about_it or _asks_so(event):
        return None
    said: dict[str, Any] = {each.name: getattr(event, each.name) for each in fields(event)}
    kept = {name: _silent_value(value) for name, value in said.items()}
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
    for note in diary.notes:
        yield note.note
