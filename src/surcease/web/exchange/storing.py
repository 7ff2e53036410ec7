"""Write what an import found, as one batch, in one transaction; and take a batch back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, QuerySet
from django.utils import timezone

from surcease.diary import Diary
from surcease.web.exchange.plan import UNDO, Cells, Plan, plan_for
from surcease.web.record.action import Action, Do
from surcease.web.record.actions import Answer, Status, record
from surcease.web.record.kinds import SETTINGS
from surcease.web.record.models import Entry
from surcease.web.record.uuid7 import uuid7
from surcease.web.results.keeping import newest_revision

IMPORT = "import"
_LEFT_OF_A_UUID7 = 80


@dataclass(frozen=True, slots=True)
class Stored:
    """One import as it came in; `refused` counts what could not be kept, by reason."""

    batch: UUID
    counts: Mapping[str, int]
    refused: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Batch:
    """One import as it stands now: its entries by kind, and those that were changed since."""

    id: UUID
    counts: Mapping[str, int]
    changed: tuple[Entry, ...] = ()

    @property
    def unchanged(self) -> Mapping[str, int]:
        return Counter(self.counts) - Counter(entry.kind for entry in self.changed)

    @property
    def at(self) -> datetime:
        """When it came in, which its number says."""
        return datetime.fromtimestamp((self.id.int >> _LEFT_OF_A_UUID7) / 1000, UTC)


def store(plan: Plan) -> Stored:
    batch, now = uuid7(), timezone.now()
    actions = [_put(kind, cells, now, batch) for kind, cells in plan.entries]
    with transaction.atomic():
        if plan.settings:
            record([Action(uuid7(), SETTINGS, "settings", Do.CHANGE, now, plan.settings)], IMPORT)
        answers = record(actions, IMPORT, held=True)
    return Stored(batch, _kinds(actions, answers), _reasons(answers))


def store_new(diary: Diary, plan: Plan) -> Stored:
    """Write what a plan found new, after another comparison if the record has grown since."""
    with transaction.atomic():
        is_current = plan.revision == newest_revision()
        return store(plan if is_current else plan_for(diary))


def batches() -> list[Batch]:
    """Return every import of which something is left, the latest first."""
    counts: dict[UUID, Counter[str]] = {}
    for batch, kind, number in _count(Entry.objects.filter(batch__isnull=False)):
        if batch:
            counts.setdefault(batch, Counter())[kind] = number
    return [Batch(each, counts[each]) for each in sorted(counts, reverse=True)]


def is_known(batch: UUID) -> bool:
    return Entry.objects.filter(batch=batch).exists()


def batch_of(batch: UUID) -> Batch:
    entries = Entry.objects.filter(batch=batch)
    counts = {kind: number for _, kind, number in _count(entries)}
    changed = entries.filter(deleted=False, number__gt=1).order_by("begins_at", "on")
    return Batch(batch, counts, tuple(changed))


def _count(entries: QuerySet[Entry]) -> Iterable[tuple[UUID | None, str, int]]:
    kept = entries.filter(deleted=False).values("batch", "kind")
    return kept.annotate(entries=Count("id")).values_list("batch", "kind", "entries")


def take_back(batch: UUID) -> Mapping[str, int]:
    """Delete what an import brought and nobody changed since; say how many of each kind."""
    with transaction.atomic():
        entries = Entry.objects.filter(batch=batch, deleted=False, number=1)
        now = timezone.now()
        actions = [Action(uuid7(), entry.id, entry.kind, Do.DELETE, now) for entry in entries]
        return _kinds(actions, record(actions, UNDO))


def _put(kind: str, cells: Cells, now: datetime, batch: UUID) -> Action:
    return Action(uuid7(), uuid7(), kind, Do.PUT, now, cells, batch)


def _kinds(actions: Sequence[Action], answers: Sequence[Answer]) -> Mapping[str, int]:
    pairs = zip(actions, answers, strict=True)
    return Counter(action.kind for action, answer in pairs if answer.status is Status.DONE)


def _reasons(answers: Sequence[Answer]) -> Mapping[str, int]:
    return Counter(answer.reason for answer in answers if answer.status is Status.REFUSED)
