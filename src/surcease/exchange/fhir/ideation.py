"""What speaks of not wanting to live stays, unless its owner asks for it to leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from surcease.diary import Diary, Extra, Span
from surcease.diary.folder.tables import TABLES
from surcease.formulary.vocabulary import symptom_groups_in

_NAMES = ("symptom", "condition", "medicine", "treatment", "test")


class Discretion:
    """Takes such texts out of a diary, and counts them in `taken`."""

    def __init__(self) -> None:
        self.taken = 0

    def diary(self, diary: Diary) -> Diary:
        """Return a diary without them; an entry that is named so goes whole."""
        kept: dict[str, Any] = {
            table.field: tuple(self._events(getattr(diary, table.field))) for table in TABLES
        }
        person = diary.person and replace(diary.person, extra=self._extra(diary.person.extra))
        return replace(
            diary,
            coverage=tuple(map(self._span, diary.coverage)),
            journeys=tuple(replace(each, span=self._span(each.span)) for each in diary.journeys),
            person=person,
            extra=self._extra(diary.extra),
            **kept,
        )

    def _events(self, events: tuple[Any, ...]) -> Iterator[Any]:
        for event in events:
            if not any(self._speaks(getattr(event, name, "")) for name in _NAMES):
                yield replace(event, **self._changes(event))

    def _changes(self, event: Any) -> dict[str, Any]:
        changes: dict[str, Any] = {"extra": self._extra(event.extra)}
        for name in (each.name for each in fields(event) if each.name not in ("extra", *_NAMES)):
            value = getattr(event, name)
            if type(value) is str and self._speaks(value):
                changes[name] = ""
            elif isinstance(value, tuple):
                changes[name] = tuple(text for text in value if not self._speaks(text))
        return changes

    def _span(self, span: Span) -> Span:
        return replace(span, extra=self._extra(span.extra))

    def _extra(self, extra: Extra) -> Extra:
        return tuple((name, text) for name, text in extra if not self._speaks(f"{name}\n{text}"))

    def _speaks(self, text: str) -> bool:
        speaks = "ideation" in symptom_groups_in(text)
        self.taken += speaks
        return speaks
