from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial

from surcease.diary import Dose
from surcease.exchange.any_table.entry import Entry
from surcease.exchange.any_table.read import MappedTable
from surcease.exchange.column_mapping import Field
from surcease.exchange.draft import Draft
from surcease.exchange.tables import Record
from surcease.exchange.treatments import unit_of
from surcease.language import gettext as _

_NOON = time(12)


def add_doses(table: MappedTable, draft: Draft) -> None:
    """Add the doses of a table; one without a time of day stands at noon, which is said."""
    at_noon: list[Record] = []
    draft.each(table.records, partial(_add_dose, table, draft, at_noon))
    if at_noon:
        draft.notices.append(
            _("Doses without a time of day: {number}. They stand at 12:00.").format(
                number=f"{len(at_noon):,}"
            )
        )


def _add_dose(table: MappedTable, draft: Draft, at_noon: list[Record], record: Record) -> None:
    entry = Entry(table, draft, record)
    when = entry.when()
    given_at = entry.moment(when if when.at else replace(when, at=_NOON))
    unit = unit_of(entry.text(Field.UNIT))
    amount = entry.number(Field.AMOUNT) if unit else None
    named = (entry.text(Field.TREATMENT), "" if unit else entry.text(Field.AMOUNT))
    dose = Dose(
        given_at=given_at,
        treatment=" ".join(filter(None, named)),
        amount=amount,
        unit=unit,
        route=entry.text(Field.ROUTE),
        site=entry.text(Field.SITE),
        notes=entry.notes(when),
        extra=entry.rest(Dose),
    )
    draft.add_doses(dose)
    if not when.at:
        at_noon.append(record)
