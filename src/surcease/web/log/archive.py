"""All entries, for a device that keeps a copy of them: part by part, then what was changed since.

A device asks for what comes after the last action that it knows. One that is not in the file (a
backup was restored) brings everything from the start, and the device forgets what it had.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from surcease.web.record.models import Entry, Version
from surcease.web.store import place
from surcease.web.store.key import is_encrypted

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Part:
    """Entries as they are now; `upto` is the last action of theirs, after which `more` may come.

    `whole` says that it is the first part of everything.
    """

    entries: list[Entry]
    upto: UUID | None
    whole: bool
    more: bool


def may_be_kept() -> bool:
    """Tell whether browsers may keep a copy: it is plain, and an encrypted diary shall not be."""
    return not is_encrypted(place.database())


def latest() -> str | None:
    """Return the last action of all, "" where there is none, None where no copy may be kept."""
    if not may_be_kept():
        return None
    action = Version.objects.order_by("-pk").values_list("action", flat=True).first()
    return str(action) if action else ""


def part_after(action: UUID | None) -> Part:
    known = _place_of(action) if action else None
    later = Version.objects.filter(pk__gt=known or 0).order_by("pk")
    found = list(later.values_list("action", "entry")[: AT_ONCE + 1])
    part = found[:AT_ONCE]
    return Part(
        entries=list(Entry.objects.in_bulk([entry for _, entry in part]).values()),
        upto=part[-1][0] if part else (action if known else None),
        whole=known is None,
        more=len(found) > AT_ONCE,
    )


def _place_of(action: UUID) -> int | None:
    return Version.objects.filter(action=action).values_list("pk", flat=True).first()
