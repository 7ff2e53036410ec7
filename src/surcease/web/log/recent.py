"""The part of the record that the log page needs: what is recent, and what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from surcease.diary import DayState, Diary, civil_days, zone_named
from surcease.web.record.head import head_of
from surcease.web.record.kinds import TABLE_OF, Read, read_entry
from surcease.web.record.models import Entry

_SHOWN_DAYS = 35
_RULES_LOOK_BACK_DAYS = 130
_UNKNOWN_DAYS = 28
_LAST_DOSES = 50
_WHOLE = ("settings", "journeys", "usuals", "coverage", "regimens", "conditions", "medicines")
_RARE = ("labs", "ecgs", "symptoms")


@dataclass(frozen=True, slots=True)
class Recent:
    """Entries that are not deleted, each with what it is in a diary; `today` on the home clock.

    `last_doses` are the latest ones first, however long ago: after a remission they still tell what
    is taken against an attack.
    """

    head: Diary
    today: date
    entries: tuple[tuple[Entry, Read], ...]
    last_doses: tuple[Entry, ...]

    @property
    def diary(self) -> Diary:
        """The recent entries as a diary: enough for days and rules of late, not for an analysis."""
        tables: dict[str, Any] = dict.fromkeys((*TABLE_OF, "coverage"), ())
        for kind in tables:
            tables[kind] = tuple(read for entry, read in self.entries if entry.kind == kind)
        return replace(self.head, **tables)

    def of(self, kind: str) -> Iterator[Entry]:
        return (entry for entry, _ in self.entries if entry.kind == kind)

    @property
    def is_new(self) -> bool:
        """Whether nobody has answered the first questions, or settled anything since."""
        return not any(self.of("settings"))

    @property
    def of_late(self) -> list[Entry]:
        since = self.today - timedelta(days=_SHOWN_DAYS)
        return [entry for entry, _ in self.entries if entry.on is not None and entry.on >= since]

    @property
    def shown(self) -> list[Entry]:
        """What a device keeps to show and to correct with the server gone."""
        lasting = (*self.of("usuals"), *self.of("regimens"))
        further = (*lasting, *self._last_sessions(), *self.last_of_each)
        return list(dict.fromkeys((*self.of_late, *further)))

    @property
    def last_of_each(self) -> list[Entry]:
        """The latest dose of each treatment that was taken of late, the latest first."""
        latest: dict[str, Entry] = {}
        for each in self.last_doses:
            latest.setdefault(each.cells["treatment"], each)
        return list(latest.values())

    def _last_sessions(self) -> Iterator[Entry]:
        sited = [each for each in self.of("doses") if each.cells.get("site")]
        latest: dict[str, datetime | None] = {}
        for each in sited:
            latest[each.cells["treatment"]] = each.begins_at
        yield from (each for each in sited if latest[each.cells["treatment"]] == each.begins_at)

    @property
    def unknown(self) -> list[date]:
        """The days of late of which nothing is known, the latest first; today is not over."""
        first = min((each.on for each, _ in self.entries if each.on), default=None)
        if first is None:
            return []
        yesterday = self.today - timedelta(days=1)
        start = max(first, self.today - timedelta(days=_UNKNOWN_DAYS))
        days = civil_days(self.diary, start, yesterday) if start <= yesterday else ()
        return [day.on for day in reversed(days) if day.state is DayState.UNKNOWN]


def load_recent(now: datetime | None = None) -> Recent:
    now = now or timezone.now()
    kept = list(Entry.objects.filter(_wanted(now), deleted=False).order_by("begins_at", "on", "id"))
    head = head_of(kept)
    today = now.astimezone(zone_named(head.zone)).date()
    doses = Entry.objects.filter(kind="doses", deleted=False).order_by("-begins_at")
    return Recent(head, today, tuple(_read(kept, head)), tuple(doses[:_LAST_DOSES]))


def _wanted(now: datetime) -> Q:
    rules_since = now - timedelta(days=_RULES_LOOK_BACK_DAYS)
    since = now - timedelta(days=_SHOWN_DAYS)
    return (
        Q(kind__in=(*_WHOLE, *_RARE))
        | Q(kind="doses", begins_at__gte=rules_since)
        | Q(kind__in=("attacks", "notes"), begins_at__gte=since)
        | Q(kind="days", on__gte=since.date())
    )


def _read(entries: Iterable[Entry], head: Diary) -> Iterator[tuple[Entry, Read]]:
    for each in entries:
        yield each, read_entry(each.kind, each.cells, head)
