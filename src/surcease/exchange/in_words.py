"""An import's preview as its owner reads it: sentences and grids, for any output."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from surcease.diary import Diary, Kind
from surcease.exchange.column_mapping import RowsAre, TableMapping
from surcease.exchange.dates import DateOrder
from surcease.exchange.questions import questions
from surcease.exchange.scales import WORDS
from surcease.exchange.source import DayCounts, Finding, Imported, TreatmentCount
from surcease.exchange.wording import counted
from surcease.exchange.words import vocabulary
from surcease.formulary import treatments

_MOST_SPELLINGS = 30
_MOST_LINES = 8
PLURALS = {"line": "lines", "entry": "entries"}

_DATE_ORDERS = {
    DateOrder.DMY: "day/month/year",
    DateOrder.MDY: "month/day/year",
    DateOrder.YMD: "year/month/day",
}
_ROWS_ARE = {
    RowsAre.ATTACKS: "each row is an attack",
    RowsAre.DOSES: "each row is a dose",
    RowsAre.DAYS: "each row is a day",
    RowsAre.NOT_READ: "not read",
}


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of texts under column names."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


type Part = str | Grid


def in_words(imported: Imported) -> Iterator[Part]:
    """Say what an import found, what it would make of it, and what it would leave out."""
    preview = imported.preview
    yield f"{imported.format_name}, times on the clock of {imported.diary.zone}\n"
    rows = [
        (f"{each.rows:,}", f"{each.read:,}", f"{each.rows - each.read:,}", each.name)
        for each in preview.tables
    ]
    yield Grid(("rows", "read", "refused", "table"), rows)
    yield "\nThe diary will hold"
    yield from _contents(imported.diary)
    yield from _days(preview.days, imported.diary)
    for mapping in imported.choices.tables:
        yield from _columns(mapping)
    yield from _treatments(preview.treatments)
    yield from _findings("Refused", preview.refused)
    yield from _findings("Read, but please look at", preview.doubts)
    good_to_know = [*preview.notices, *questions(preview)]
    if good_to_know:
        yield "\nGood to know"
        yield from (f"  {notice}" for notice in good_to_know)


def _contents(diary: Diary) -> Iterator[str]:
    kinds = [attack.kind for attack in diary.attacks]
    counts = [day.attacks for day in diary.days]
    unknown, none = counts.count(None), counts.count(0)
    named = {dose.treatment for dose in diary.doses}
    of_treatments = f"of {counted(len(named), 'treatment', 'treatments')}"
    for count, one, many in (
        (kinds.count(Kind.ATTACK), "attack", "attacks"),
        (kinds.count(Kind.SHADOW), "shadow", "shadows"),
        (
            len(counts) - unknown - none,
            "day with a number of attacks",
            "days with a number of attacks",
        ),
        (none, "day confirmed free of attacks", "days confirmed free of attacks"),
        (unknown, "day said to be unknown", "days said to be unknown"),
        (len(diary.doses), f"dose {of_treatments}", f"doses {of_treatments}"),
        (len(diary.regimens), "treatment taken daily", "treatments taken daily"),
        (len(diary.labs), "laboratory value", "laboratory values"),
        (len(diary.conditions), "condition", "conditions"),
        (len(diary.medicines), "other medicine", "other medicines"),
        (len(diary.ecgs), "electrocardiogram", "electrocardiograms"),
        (len(diary.symptoms), "symptom apart from attacks", "symptoms apart from attacks"),
        (len(diary.notes), "note of its own", "notes of their own"),
    ):
        if count:
            yield f"  {counted(count, one, many)}"


def _days(days: DayCounts | None, diary: Diary) -> Iterator[str]:
    if days is None:
        return
    total = days.with_attacks + days.attack_free + days.unknown
    first, last = days.span.from_on, days.span.to_on
    yield f"  {counted(total, 'day', 'days')}, {_day(first)} to {_day(last)}:"
    yield f"    {days.with_attacks:,} with attacks"
    yield f"    {days.attack_free:,} known to be free of them"
    if days.unknown:
        yield f"    {days.unknown:,} unknown: nothing was written, which is not the same as none"
    if days.unknown and not diary.coverage:
        yield f"    If every attack was written down, say so: --coverage {first}..{last}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _columns(mapping: TableMapping) -> Iterator[Part]:
    yield f"\nColumns of {mapping.table}: {_ROWS_ARE[mapping.rows]}"
    order = mapping.date_order
    hints = {
        "start": _DATE_ORDERS[order] if order else "",
        "intensity": _scale(mapping.intensity_scale),
        "duration": f"a plain number counts {mapping.duration_unit}",
    }
    rows = [(field, name, hints.get(field, "")) for field, name in mapping.columns.items()]
    if rows:
        yield Grid(("meaning", "column", ""), [(str(field), *rest) for field, *rest in rows])
    yield (
        "Other columns are kept as they are. Is this wrong? --save-mapping FILE writes it down to "
        "be corrected, --mapping FILE reads it again."
    )


def _scale(name: str) -> str:
    if name != WORDS:
        return f"on a scale of {name}"
    levels = vocabulary()["severities"]
    return ", ".join(f"{level['words'][0]} is {level['intensity']}" for level in levels)


def _treatments(counts: Sequence[TreatmentCount]) -> Iterator[Part]:
    if not counts:
        return
    names = {key: treatment.name for key, treatment in treatments().items()}
    rows = [
        (f"{each.doses:,}", each.written, names[each.key] if each.key else "? not recognised")
        for each in counts[:_MOST_SPELLINGS]
    ]
    yield "\nTreatments"
    yield Grid(("doses", "as written", "understood as"), rows)
    if len(counts) > _MOST_SPELLINGS:
        yield f"  and {len(counts) - _MOST_SPELLINGS} more spellings"
    if any(each.key is None for each in counts):
        yield 'What is not recognised keeps its name. To say what it is: --treatment "NAME=oxygen"'


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"\n{title}: {counted(len(findings), 'row', 'rows')}"
    lines: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for finding in findings:
        lines[finding.table, finding.reason, finding.counts].append(finding.line)
    for (table, reason, counts), numbers in lines.items():
        yield f"  {reason}"
        yield f"    {table}, {_lines(numbers, counts)}"


def _lines(numbers: Iterable[int], counts: str) -> str:
    ordered = sorted(numbers)
    shown = ", ".join(map(str, ordered[:_MOST_LINES]))
    more = f" and {len(ordered) - _MOST_LINES} more" if len(ordered) > _MOST_LINES else ""
    return f"{counts if len(ordered) == 1 else PLURALS[counts]} {shown}{more}"
