"""What only the owner of a diary can say, as options of the command line."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.diary import Span
from surcease.exchange.source import BesideAttacks, Preview
from surcease.exchange.wording import counted, listed


def questions(preview: Preview) -> Iterator[str]:
    if preview.other_types:
        name = next(iter(preview.other_types))
        yield (
            f"Refused, being another headache: {listed(preview.other_types)}. If a type was in "
            f'truth your cluster headache, say so: --count-type "{name}".'
        )
    yield from (_left_out(each) for each in preview.beside_attacks)


def _left_out(beside: BesideAttacks) -> str:
    rows = f"{counted(beside.rows, 'attack row', 'attack rows')}, {_dates(beside.span)}"
    if not beside.taken_daily:
        return (
            f"{beside.treatment} stands as a preventive on {rows}. When it was given is "
            "not known, so it is left out. Given on dates that you know, it can be read from a "
            "table of doses beside this one."
        )
    amount = f"{beside.amount:g} {beside.unit}" if beside.amount else "AMOUNT mg"
    span = beside.span
    return (
        f"{beside.treatment} {amount} stands on {rows}. What was taken on the days in "
        "between is not known, so it is left out. If it was taken every day, say so: "
        f'--taken-daily "{beside.treatment} {amount} from {span.from_on} to {span.to_on}".'
    )


def _dates(span: Span) -> str:
    return f"{span.from_on}" if span.from_on == span.to_on else f"{span.from_on} to {span.to_on}"
