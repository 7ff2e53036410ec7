"""What someone says is taken: a regimen, where the daily amount follows, or another medicine."""

from __future__ import annotations

from datetime import date

from surcease.diary import DiaryError, Medicine, Regimen
from surcease.exchange.draft import Draft
from surcease.exchange.fhir.element import Element
from surcease.exchange.fhir.hospital.administration import as_written
from surcease.exchange.fhir.hospital.medication import medication_in
from surcease.exchange.fhir.kinds.dose import amount_of, name_of
from surcease.exchange.fhir.reader import Reader
from surcease.exchange.fhir.resources import Entry
from surcease.exchange.treatments import unit_of
from surcease.language import gettext as _

_TAKEN = ("active", "completed", "stopped", "unknown")
_OVER = ("completed", "stopped")
_PERIODS_A_DAY = {"h": 24.0, "d": 1.0, "wk": 1 / 7}


def add(resource: Element, reader: Reader, draft: Draft, entry: Entry) -> None:
    status = resource.text("status")
    if status not in _TAKEN:
        raise DiaryError("its status does not say that it is taken")
    if status == "unknown":
        draft.doubt(entry, _("whether it is taken is unknown"))
    dosage = resource.first("dosage")
    route = name_of(dosage.child("route"))
    medication = medication_in(resource, "medication", route, reader, draft.treatments)
    from_on, to_on = _dates(resource)
    if to_on is None and status in _OVER:
        raise DiaryError("it is over, but its last day is missing")
    if medication.key is None:
        draft.medicines.append(Medicine(medication.name, from_on, to_on, resource.note))
        return
    if from_on is None:
        raise DiaryError("its first day is missing")
    amount, unit = _amount_per_day(resource)
    draft.regimens.append(
        Regimen(
            treatment=medication.key,
            amount_per_day=amount,
            unit=unit_of(unit),
            from_on=from_on,
            to_on=to_on,
            reason_stopped=name_of(resource.first("statusReason")),
            extra=as_written(medication),
        )
    )


def _dates(resource: Element) -> tuple[date | None, date | None]:
    period = resource.child("effectivePeriod")
    return period.day("start") or resource.day("effectiveDateTime"), period.day("end")


def _amount_per_day(resource: Element) -> tuple[float, str]:
    """Add up the dosages, or raise DiaryError where one does not tell how much a day."""
    amounts = [_of_dosage(each) for each in resource.children("dosage")]
    units = {unit for _, unit in amounts}
    if len(units) != 1:
        raise DiaryError("the amount of a day does not follow from its dosage")
    return sum(amount for amount, _ in amounts), units.pop()


def _of_dosage(dosage: Element) -> tuple[float, str]:
    each = dosage.first("doseAndRate")
    repeat = dosage.child("timing").child("repeat")
    rate = each.child("rateRatio")
    if rate.child("denominator").text("code") == "d":
        (amount, unit), times = amount_of(rate.child("numerator")), 1.0
        times /= rate.child("denominator").number("value") or 1.0
    else:
        amount, unit = amount_of(each.child("doseQuantity"))
        times = _times_a_day(repeat)
    if amount is None or not unit or not times or dosage.flag("asNeededBoolean"):
        raise DiaryError("the amount of a day does not follow from its dosage")
    return amount * times, unit


def _times_a_day(repeat: Element) -> float:
    """Return how often a day; 0 where the timing does not say."""
    period = repeat.number("period")
    a_day = _PERIODS_A_DAY.get(repeat.text("periodUnit"))
    if not period or not a_day:
        return 0.0
    return (repeat.number("frequency") or 1.0) * a_day / period
