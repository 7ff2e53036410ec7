from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from surcease.diary import Diary, distinct_attacks, distinct_doses
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Table
from surcease.exchange.treatments import is_taken_daily, key_of
from surcease.exchange.wording import counted
from surcease.formulary import Mention


def notices_of(draft: Draft, diary: Diary, tables: Sequence[Table]) -> tuple[str, ...]:
    """Return what the owner of a diary should know of its import, beside its rows."""
    return (
        *_encodings(tables),
        *_unread(draft, tables),
        *draft.notices,
        *_types(draft),
        *_daily_on_attacks(draft, diary),
        *_repeated(diary),
    )


def _encodings(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        if table.encoding == "cp1252":
            yield (
                f"{table.name} is not UTF-8 and was read as Windows-1252: look whether letters "
                "such as é and ø are right."
            )


def _unread(draft: Draft, tables: Sequence[Table]) -> Iterator[str]:
    read = {count.name for count in draft.table_counts}
    for table in tables:
        if table.name not in read and any(not line.is_blank for line in table.lines):
            yield f"{table.name} holds nothing that could be read as a diary; it was left alone."


def _types(draft: Draft) -> Iterator[str]:
    if draft.unknown_types:
        yield f"Counted as attacks, their type not being known: {_listed(draft.unknown_types)}."
    if draft.other_types:
        name = next(iter(draft.other_types))
        yield (
            f"Refused, being another headache: {_listed(draft.other_types)}. If a type was in "
            f'truth your cluster headache, say so: --count-type "{name}".'
        )


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())


def _daily_on_attacks(draft: Draft, diary: Diary) -> Iterator[str]:
    said = {key_of(regimen.treatment) for regimen in diary.regimens}
    days_of: defaultdict[Mention, list[date]] = defaultdict(list)
    for mention, on in draft.daily_on_attacks:
        days_of[mention].append(on)
    for mention, days in days_of.items():
        if (mention.key or mention.name) not in said:
            yield _left_out(mention, days)


def _left_out(mention: Mention, days: Sequence[date]) -> str:
    treatment = mention.key or mention.name
    rows = counted(len(days), "attack row", "attack rows")
    if mention.key and not is_taken_daily(mention):
        return (
            f"{treatment} stands as a preventive on {rows}, {_dates(days)}. When it was given is "
            "not known, so it is left out. Given on dates that you know, it can be read from a "
            "table of doses beside this one."
        )
    amount = f"{mention.amount:g} {mention.unit}" if mention.amount else "AMOUNT mg"
    return (
        f"{treatment} {amount} stands on {rows}, {_dates(days)}. What was taken on the days in "
        "between is not known, so it is left out. If it was taken every day, say so: "
        f'--taken-daily "{treatment} {amount} from {min(days)} to {max(days)}".'
    )


def _dates(days: Sequence[date]) -> str:
    first, last = min(days), max(days)
    return f"{first}" if first == last else f"{first} to {last}"


def _repeated(diary: Diary) -> Iterator[str]:
    repeated = {
        "attacks": distinct_attacks(diary).duplicates,
        "doses": distinct_doses(diary).duplicates,
    }
    for what, count in repeated.items():
        if count:
            yield f"Of the {what}, {count:,} say the same as an earlier row and do not count again."
