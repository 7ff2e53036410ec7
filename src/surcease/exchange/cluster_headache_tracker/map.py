from __future__ import annotations

from collections import defaultdict
from functools import partial

from surcease.diary import Attack, Dose
from surcease.exchange.cluster_headache_tracker.read import Rows
from surcease.exchange.dates import DateOrder
from surcease.exchange.draft import Draft
from surcease.exchange.reading import Reading
from surcease.exchange.tables import Record
from surcease.exchange.treatments import unit_of
from surcease.language import gettext as _

_OXYGEN = "oxygen"


def map_rows(rows: Rows, draft: Draft) -> None:
    """Add attacks and doses; the medication text of attacks makes doses only without a dose file.

    The app writes every dose of an attack into its dose file too, so both would count twice.
    """
    attack_order = draft.date_order(rows.attacks, "start_time")
    dose_order = draft.date_order(rows.doses, "taken_at")
    draft.each(rows.attacks, partial(_add_attack, draft, attack_order, not rows.doses))
    draft.each(rows.doses, partial(_add_dose, draft, dose_order))
    if rows.doses:
        _tell_of_missing_doses(rows, draft)


def _add_attack(draft: Draft, order: DateOrder | None, with_doses: bool, record: Record) -> None:
    reading = Reading(record, draft)
    started_at = reading.moment("start_time", order)
    attack = Attack(
        started_at=started_at,
        ended_at=reading.end("end_time", started_at, order),
        intensity=reading.number("intensity"),
        notes=reading.text("notes"),
        extra=reading.rest(Attack),
    )
    draft.attacks.append(attack)
    if with_doses and record.text("medication"):
        draft.add_doses_beside_attack(Dose(started_at, record.text("medication")))


def _add_dose(draft: Draft, order: DateOrder | None, record: Record) -> None:
    reading = Reading(record, draft)
    given_at = reading.moment("taken_at", order)
    written = reading.text("medication")
    if not written and record.text("kind") == _OXYGEN:
        written = _OXYGEN
    amount, unit = reading.number("amount"), unit_of(reading.text("unit"))
    draft.add_doses(Dose(given_at, written, amount, unit, extra=reading.rest(Dose)))


def _tell_of_missing_doses(rows: Rows, draft: Draft) -> None:
    """Say where an attack names a treatment that its rows in the dose file lack."""
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for record in rows.doses:
        listed[record.text("attack_start_time")] |= _treatments(draft, record)
    missing = sum(
        bool(_treatments(draft, record) - listed[record.text("start_time")])
        for record in rows.attacks
    )
    if missing:
        draft.notices.append(
            _(
                "Attacks whose medication is not all in the dose file: {number}. Doses are taken "
                "from the dose file alone; the text stays with the attack."
            ).format(number=missing)
        )


def _treatments(draft: Draft, record: Record) -> set[str]:
    mentions = draft.treatments.mentions(record.text("medication"))
    return {mention.key or mention.name for mention in mentions}
