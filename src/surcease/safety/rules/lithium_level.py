from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.diary import Lab
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.language import ngettext
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

UNITS = ("mmol/l", "meq/l")


@rule(
    "L01",
    "The lithium level",
    ask="What does this level mean for my lithium?",
    rests_on=("lithium.toxic_level", "lithium.level"),
)
def lithium_level(record: Record) -> Iterator[Seen]:
    """Read levels in mmol/L; a milliequivalent of lithium is a millimole of it."""
    for lab in record.lithium_levels:
        if lab.unit.strip().casefold() in UNITS:
            yield from _level(lab)
        else:
            yield Lack(_("each lithium level in mmol/L or mEq/L"), "labs.csv")


def _level(lab: Lab) -> Iterator[Remark]:
    on = lab.taken_at.on
    toxic, range_ = (fact_at(f"lithium.{name}", on) for name in ("toxic_level", "level"))
    if lab.value >= fact_number(toxic):
        text = filled(
            _("Lithium level {level} on {day}: toxic from {toxic}"),
            level=float(lab.value),
            day=on,
            toxic=toxic.value,
        )
        yield Remark(Severity.STOP, text, on, (), (toxic,))
    elif range_.high is not None and lab.value > range_.high:
        text = filled(
            _("Lithium level {level} on {day}, above {high}"),
            level=float(lab.value),
            day=on,
            high=range_.high,
        )
        yield Remark(Severity.WARN, text, on, (), (range_,))


@rule(
    "L01",
    "Lithium without a recent level",
    ask="When is my lithium level next measured?",
    rests_on=("lithium.level_after_change", "lithium.stable_level_interval"),
)
def lithium_level_missing(record: Record) -> Iterator[Seen]:
    measured = [each.taken_at.on for each in record.lithium_levels]
    levels = record.levels("lithium")
    for level in levels:
        fact = fact_at("lithium.level_after_change", level.from_on)
        due = level.from_on + timedelta(days=fact_number(fact))
        if not any(level.from_on <= on <= due for on in measured) and record.as_of > due:
            text = filled(
                _("Lithium changed on {day}: no level by {due} is recorded"),
                day=level.from_on,
                due=due,
            )
            yield Remark(Severity.WARN, text, due, (), (fact,))
    if levels:
        yield from _stable(record, measured, levels[-1].from_on, levels[-1].to_on)


def _stable(
    record: Record, measured: list[date], from_on: date, to_on: date | None
) -> Iterator[Remark]:
    until = min(to_on or record.as_of, record.as_of)
    last = max([from_on, *(on for on in measured if on <= until)])
    fact = fact_at("lithium.stable_level_interval", until)
    days = (until - last).days
    if days > fact_number(fact):
        text = filled(
            ngettext(
                "Lithium on {day}: {days} day without a level",
                "Lithium on {day}: {days} days without a level",
                days,
            ),
            day=until,
            days=days,
        )
        yield Remark(Severity.WARN, text, until, (), (fact,))
