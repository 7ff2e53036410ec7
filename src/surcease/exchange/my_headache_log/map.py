from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from surcease.diary import Attack, Dose
from surcease.exchange.cells import number_of
from surcease.exchange.dates import DateOrder
from surcease.exchange.draft import Draft
from surcease.exchange.my_headache_log.read import Rows
from surcease.exchange.reading import Reading, snake_case
from surcease.exchange.tables import Record
from surcease.exchange.words import side_in
from surcease.language import gettext as _

_FAR_FROM_ITS_ATTACK = timedelta(days=1)
_NAMES = {"Was Severity Reduced?": "severity_reduced"}


def map_rows(rows: Rows, draft: Draft) -> None:
    """Add attacks and doses.

    Severity is on the 0 to 10 scale already (Hagedorn 2019, doi:10.1177/0333102419833081, reports
    it so for a diary kept in this app). The symptom "shadows" is there the mild pain that follows
    an attack; it does not make the entry a shadow.
    """
    attack_order = draft.date_order(rows.attacks, "Start Time")
    dose_order = draft.date_order(rows.doses, "Date/Time Taken")
    attacks: dict[str, Attack] = {}
    draft.each(rows.attacks, partial(_add_attack, draft, attack_order, attacks))
    draft.each(rows.doses, partial(_add_dose, draft, dose_order, attacks))


def _add_attack(
    draft: Draft, order: DateOrder | None, by_id: dict[str, Attack], record: Record
) -> None:
    reading = Reading(record, draft)
    started_at = reading.moment("Start Time", order)
    attack = Attack(
        started_at=started_at,
        ended_at=reading.end("End Time", started_at, order),
        intensity=reading.number("Severity"),
        kind=draft.kind(reading.look("Type")),
        side=side_in(reading.look("Location")),
        symptoms=_symptoms(reading.text("Symptoms")),
        notes=reading.text("Notes"),
        extra=reading.rest(Attack, _extra_name),
    )
    by_id[record.text("Headache Id")] = attack
    draft.attacks.append(attack)


def _symptoms(text: str) -> tuple[str, ...]:
    """Split at commas; one followed by a blank is part of a symptom such as "Pain, left"."""
    return tuple(re.split(r",(?! )", text))


def _add_dose(
    draft: Draft, order: DateOrder | None, attacks: Mapping[str, Attack], record: Record
) -> None:
    reading = Reading(record, draft)
    given_at = reading.moment("Date/Time Taken", order)
    written = reading.text("Medication Description")
    dose = Dose(given_at, written, extra=reading.rest(Dose, _extra_name))
    draft.add_doses(dose, times=_number_of_doses(record))
    attack = attacks.get(record.text("Taken For Headache"))
    if attack and abs(given_at.at - attack.started_at.at) > _FAR_FROM_ITS_ATTACK:
        draft.doubt(record, _("it is dated more than a day from the attack it was taken for"))


def _number_of_doses(record: Record) -> float:
    return number_of(record.cell("Number Of Doses")) or 1.0


def _extra_name(column: str) -> str:
    return _NAMES.get(column, snake_case(column))
