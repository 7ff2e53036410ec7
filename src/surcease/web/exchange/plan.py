"""What of a diary the record does not hold yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from surcease.diary import Diary, DiaryError, Dose
from surcease.diary.duplicates import identity_of
from surcease.diary.folder.codec import encode_diary
from surcease.diary.response import AS_WRITTEN
from surcease.web.record import settings_entry
from surcease.web.record.cells_of import rows_of
from surcease.web.record.head import head_of, load_head_entries
from surcease.web.record.kinds import SETTINGS, Read, read_entry
from surcease.web.record.models import Entry, Version
from surcease.web.results.keeping import newest_revision

type Cells = dict[str, str]

UNDO = "undo"
"""The source of actions that take an import back: what they deleted may come in again."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would write.

    Parameters
    ----------
    entries
        Kind and cells of what is new.
    settings
        Cells of the settings that nobody set so far.
    again
        How many of each kind the record holds already, as they are or as they were before someone
        corrected them.
    deleted
        How many of each kind were in the record and were deleted by hand.
    revision
        The last version of any entry that the comparison knows.
    """

    entries: tuple[tuple[str, Cells], ...]
    settings: Cells
    again: Mapping[str, int] = field(default_factory=dict)
    deleted: Mapping[str, int] = field(default_factory=dict)
    revision: int | None = None

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(kind for kind, _ in self.entries)


def plan_for(diary: Diary) -> Plan:
    """Compare a diary with the record; DiaryError where no folder could hold it."""
    encode_diary(diary)
    revision = newest_revision()  # first: what is written meanwhile is new to the plan
    head = head_of(load_head_entries())
    present, deleted = _known(head)
    new: list[tuple[str, Cells]] = []
    found_again: Counter[str] = Counter()
    found_deleted: Counter[str] = Counter()
    for kind, cells in rows_of(diary):
        identities = _identities_of(kind, read_entry(kind, cells, head))
        if not present.isdisjoint(identities):
            found_again[kind] += 1
        elif not deleted.isdisjoint(identities):
            found_deleted[kind] += 1
        else:
            new.append((kind, cells))
    return Plan(tuple(new), _new_settings(diary), found_again, found_deleted, revision)


def _known(head: Diary) -> tuple[set[Hashable], set[Hashable]]:
    """Return what the record holds and what was deleted, in every version that there was."""
    taken_back = _taken_back()
    present: set[Hashable] = set()
    deleted: set[Hashable] = set()
    gone = set(Entry.objects.filter(deleted=True).values_list("id", flat=True))
    for entry, identities in _versions(head):
        if entry not in gone:
            present |= identities
        elif entry not in taken_back:
            deleted |= identities
    return present, deleted


def _versions(head: Diary) -> Iterator[tuple[UUID, set[Hashable]]]:
    versions = Version.objects.filter(deleted=False).exclude(entry=SETTINGS)
    for entry, kind, cells in versions.values_list("entry", "entry__kind", "cells").iterator():
        try:
            yield entry, _identities_of(kind, read_entry(kind, cells, head))
        except DiaryError:
            continue


def _identities_of(kind: str, read: Read) -> set[Hashable]:
    """Return by what an entry is known again: a dose also by how its treatment was written.

    So it is the same dose, whatever the user says this time that the name stands for.
    """
    identities: set[Hashable] = {(kind, identity_of(read))}
    if isinstance(read, Dose):
        written = dict(read.extra).get(AS_WRITTEN, read.treatment).casefold()
        identities.add((read.given_at.at, written, read.site))
    return identities


def _taken_back() -> set[UUID]:
    latest = Version.objects.filter(source=UNDO, entry__deleted=True)
    return set(latest.values_list("entry", flat=True))


def _new_settings(diary: Diary) -> Cells:
    kept = Entry.objects.filter(id=SETTINGS, deleted=False).first()
    cells = settings_entry.write(diary)
    return {name: text for name, text in cells.items() if kept is None or name not in kept.cells}
