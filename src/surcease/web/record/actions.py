"""Every write of the app: actions in, one transaction, an answer for each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from surcease.web.record import ledger
from surcease.web.record.action import Action, Refused, read_action
from surcease.web.record.ledger import Ledger


class Status(StrEnum):
    DONE = "done"
    AGAIN = "again"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an action; `version` is the entry's after it, None where it was refused."""

    id: str
    status: Status
    reason: str = ""
    version: int | None = None


def record(actions: Sequence[Action], source: str = "app", *, held: bool = False) -> list[Answer]:
    """Record actions in their order and return when they are on the disk.

    One that was recorded before changes nothing, one that the diary could not hold is left out.
    `held` spares asking for each whether it could: the rows of a diary that was written as a whole.
    """
    with transaction.atomic():
        book = ledger.load(actions)
        answers = [_take(book, action, source, held=held) for action in actions]
        book.store()
    return answers


def record_said(said: Iterable[object], source: str = "app") -> list[Answer]:
    """Record actions as they came over the wire, among them perhaps some that cannot be read."""
    read = [_read(each) for each in said]
    answered = iter(record([each for each in read if isinstance(each, Action)], source))
    return [each if isinstance(each, Answer) else next(answered) for each in read]


def _read(said: object) -> Action | Answer:
    try:
        return read_action(said)
    except Refused as refused:
        name = str(said.get("id", "")) if isinstance(said, dict) else ""
        return Answer(name, Status.REFUSED, str(refused))


def _take(book: Ledger, action: Action, source: str, *, held: bool) -> Answer:
    name = str(action.id)
    before = book.number_of(action.id)
    if before is not None:
        return Answer(name, Status.AGAIN, version=before)
    try:
        return Answer(
            name, Status.DONE, version=book.take(action, timezone.now(), source, held=held)
        )
    except Refused as refused:
        return Answer(name, Status.REFUSED, str(refused))
