from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from surcease.diary import Diary, Span, distinct_attacks, distinct_doses
from surcease.exchange.draft import Draft
from surcease.exchange.source import BesideAttacks
from surcease.exchange.tables import Table
from surcease.exchange.treatments import is_taken_daily, key_of
from surcease.exchange.wording import listed
from surcease.formulary import Mention
from surcease.language import gettext as _


def notices_of(draft: Draft, diary: Diary, tables: Sequence[Table]) -> tuple[str, ...]:
    """Return what the owner of a diary should know of its import, beside its rows."""
    return (
        *_encodings(tables),
        *_unread(draft, tables),
        *draft.notices,
        *_unknown_types(draft),
        *_repeated(diary),
    )


def _encodings(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        if table.encoding == "cp1252":
            yield _(
                "{table} is not UTF-8 and was read as Windows-1252: look whether letters "
                "such as é and ø are right."
            ).format(table=table.name)


def _unread(draft: Draft, tables: Sequence[Table]) -> Iterator[str]:
    read = [count.name for count in draft.table_counts]
    for table in tables:
        of_it = [name for name in read if name == table.name or name.startswith(f"{table.name}, ")]
        if not of_it and any(not line.is_blank for line in table.lines):
            yield _(
                "{table} holds nothing that could be read as a diary; it was left alone."
            ).format(table=table.name)


def _unknown_types(draft: Draft) -> Iterator[str]:
    if draft.unknown_types:
        yield _("Counted as attacks, their type not being known: {types}.").format(
            types=listed(draft.unknown_types)
        )


def beside_attacks(draft: Draft, diary: Diary) -> tuple[BesideAttacks, ...]:
    """Return the preventives beside attacks of which nobody said how they were taken."""
    said = {key_of(regimen.treatment) for regimen in diary.regimens}
    days_of: defaultdict[Mention, list[date]] = defaultdict(list)
    for mention, on in draft.daily_on_attacks:
        days_of[mention].append(on)
    return tuple(
        _beside(mention, days)
        for mention, days in days_of.items()
        if (mention.key or mention.name) not in said
    )


def _beside(mention: Mention, days: Sequence[date]) -> BesideAttacks:
    return BesideAttacks(
        treatment=mention.key or mention.name,
        amount=mention.amount or None,
        unit=mention.unit,
        taken_daily=mention.key is None or is_taken_daily(mention),
        rows=len(days),
        span=Span(min(days), max(days)),
    )


def _repeated(diary: Diary) -> Iterator[str]:
    if attacks := distinct_attacks(diary).duplicates:
        yield _(
            "Of the attacks, {number} say the same as an earlier row and do not count again."
        ).format(number=f"{attacks:,}")
    if doses := distinct_doses(diary).duplicates:
        yield _(
            "Of the doses, {number} say the same as an earlier row and do not count again."
        ).format(number=f"{doses:,}")
