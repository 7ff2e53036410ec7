from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from surcease.formulary.quantities import Quantity
from surcease.formulary.treatment import Treatment
from surcease.formulary.words import words

PIECES = "{piece}"


def counted(found: Sequence[Quantity], text: str) -> tuple[float, tuple[Quantity, ...]]:
    """Return how many pieces a text counts beside their strength, and the quantities as read.

    "2 tablets of 50 mg" is twice 50 mg; "2 tablets" alone is an amount of two pieces.
    """
    read = tuple(_as_pieces(each) if not text[: each.start].strip() else each for each in found)
    pieces = [each.amount for each in read if each.unit == PIECES and each.amount]
    measured = any(each.unit not in ("", PIECES) for each in read)
    return (pieces[0], read) if measured and len(pieces) == 1 else (1, read)


def stated(found: Sequence[Quantity], treatment: Treatment | None) -> tuple[float | None, str]:
    """Return the one amount that the quantities state of a treatment, and its unit.

    An amount in the treatment's first unit goes before one in its next, any of these before one
    in another unit, and that before a bare number. Two that differ, or a part of a tablet, leave
    the amount open.
    """
    if any(each.amount is None and not each.unit for each in found):
        return None, ""
    meant = _as_meant(found, treatment) if treatment else found
    candidates = next(filter(None, _ranked(meant, treatment)), [])
    options = {(each.amount, each.unit) for each in candidates}
    return options.pop() if len(options) == 1 else (None, "")


def repeated(times: float, amount: float | None, unit: str) -> tuple[float | None, str]:
    """Return what several doses add up to; a rate and a concentration stay what they are."""
    if times == 1 or amount is None or "/" in unit or unit == "%":
        return amount, unit
    return times * amount, unit


def _ranked(meant: Sequence[Quantity], treatment: Treatment | None) -> Iterator[list[Quantity]]:
    for own in treatment.units if treatment else ():
        yield [each for each in meant if each.unit == own]
    yield [each for each in meant if each.unit not in ("", PIECES)]
    yield [each for each in meant if each.unit == PIECES]
    yield list(meant)


def _as_pieces(quantity: Quantity) -> Quantity:
    """Read a small whole number that opens the text ("2 Maxalt") as a count."""
    small = quantity.amount in range(1, 10)
    return replace(quantity, unit=PIECES) if small and not quantity.unit else quantity


def _as_meant(found: Sequence[Quantity], treatment: Treatment) -> list[Quantity]:
    if any(each.unit for each in found):
        return [replace(each, unit=treatment.shorthand.get(each.unit, each.unit)) for each in found]
    return [_in_own_unit(each, treatment) for each in found]


def _in_own_unit(quantity: Quantity, treatment: Treatment) -> Quantity:
    """Give a bare number ("verap 240") the treatment's unit, if it has one and this is no count."""
    own = len(treatment.units) == 1 and _is_no_count(quantity.amount, treatment)
    return replace(quantity, unit=treatment.units[0]) if own else quantity


def _is_no_count(amount: float | None, treatment: Treatment) -> bool:
    usual = treatment.fact("usual_amount", date.max)
    usual_amounts = (usual.value, usual.high) if usual else ()
    return amount is not None and (amount > words().most_pieces or amount in usual_amounts)
