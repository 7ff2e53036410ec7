"""The entries that some actions are about, in memory: loaded at once, stored at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched
from uuid import UUID

from django.utils.translation import gettext as _

from surcease.diary import Diary
from surcease.web.record import head
from surcease.web.record.action import Action, Refused
from surcease.web.record.judge import judge
from surcease.web.record.kinds import SETTINGS, begins, read_entry
from surcease.web.record.merge import Said, State, merge
from surcease.web.record.models import Entry, Version

_AT_ONCE = 500  # SQLite takes so many variables in one statement on any machine


@dataclass(frozen=True, slots=True)
class Ledger:
    """Entries and what was said of them, by number; `new` are the versions not stored yet.

    `heads` are those of the entries that every other is read against.
    """

    entries: dict[UUID, Entry]
    heads: dict[UUID, Entry]
    said: dict[UUID, list[Said]]
    recorded: dict[UUID, int]
    new: list[Version]

    def number_of(self, action: UUID) -> int | None:
        """Return the version that an action made; None where it was not recorded."""
        return self.recorded.get(action)

    def take(self, action: Action, now: datetime, source: str, *, held: bool = False) -> int:
        """Record an action and return the number of its version, or raise Refused.

        `held` says that a diary that could be written holds the entry already.
        """
        entry = self.entries.get(action.entry) or _blank(action)
        _check_kind(entry, action)
        made_at = min(action.made_at, now)  # a clock that is ahead must not win for ever
        said = Said(action.id, action.do, action.cells, made_at)
        everything = [*self.said.get(entry.id, ()), said]
        state = merge(everything)
        self._settle(entry, state, held=held)
        self.said[entry.id] = everything
        self.recorded[action.id] = entry.number
        self.new.append(_version(entry, said, now, source))
        return entry.number

    def store(self) -> None:
        touched = {version.entry_id for version in self.new}
        Entry.objects.bulk_create(
            [self.entries[each] for each in touched],
            batch_size=_AT_ONCE,
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["cells", "begins_at", "on", "number", "deleted"],
        )
        Version.objects.bulk_create(self.new, batch_size=_AT_ONCE)

    def _settle(self, entry: Entry, state: State, *, held: bool) -> None:
        """Judge before anything changes, so that a refused action leaves no trace."""
        if not state.deleted:
            look = read_entry if held else judge
            read = look(entry.kind, state.cells, self._head())
            entry.begins_at, entry.on = begins(read)
        entry.cells, entry.deleted = state.cells, state.deleted
        entry.number += 1
        self.entries[entry.id] = entry
        if entry.kind in head.KINDS:
            self.heads[entry.id] = entry

    def _head(self) -> Diary:
        return head.head_of(self.heads.values())


def load(actions: Sequence[Action]) -> Ledger:
    ids = {action.entry for action in actions}
    heads = {each.id: each for each in head.load_head_entries()}
    entries = {each.id: each for each in _entries(ids)} | heads
    said: dict[UUID, list[Said]] = {}
    for version in _versions(ids):
        said.setdefault(version.entry_id, []).append(
            Said(version.action, version.do, version.said, version.made_at)
        )
    return Ledger(entries, heads, said, _recorded({action.id for action in actions}), [])


def _entries(ids: Iterable[UUID]) -> Iterable[Entry]:
    return Entry.objects.in_bulk(list(ids)).values()


def _versions(entries: Iterable[UUID]) -> Iterable[Version]:
    for some in batched(entries, _AT_ONCE):
        yield from Version.objects.filter(entry__in=some).defer("cells")


def _recorded(actions: Iterable[UUID]) -> dict[UUID, int]:
    numbers: dict[UUID, int] = {}
    for some in batched(actions, _AT_ONCE):
        numbers.update(Version.objects.filter(action__in=some).values_list("action", "number"))
    return numbers


def _blank(action: Action) -> Entry:
    return Entry(id=action.entry, kind=action.kind, cells={}, number=0, batch=action.batch)


def _check_kind(entry: Entry, action: Action) -> None:
    if entry.kind != action.kind or (action.kind == "settings") != (action.entry == SETTINGS):
        raise Refused(_("This entry is of another kind."))


def _version(entry: Entry, said: Said, now: datetime, source: str) -> Version:
    return Version(
        entry_id=entry.id,
        number=entry.number,
        action=said.action,
        do=said.do,
        said=dict(said.cells),
        cells=entry.cells,
        deleted=entry.deleted,
        made_at=said.made_at,
        recorded_at=now,
        source=source,
    )
