from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled


@rule(
    "V08",
    "Verapamil and lithium together",
    ask="When are lithium level and ECG checked after a change of either?",
    rests_on=("verapamil.with_lithium", "verapamil.with_lithium_level_within"),
    in_spite_of=("verapamil.with_lithium_level_within",),
)
def verapamil_and_lithium(record: Record) -> Iterator[Seen]:
    """Warn of each change of either while both are taken, unless level and ECG followed it.

    That the two need watching was read in a source and carries the severity; within how many days
    is from memory and only decides when a check counts as missing.
    """
    for on in sorted(_changes(record)):
        fact = fact_at("verapamil.with_lithium", on)
        within = fact_at("verapamil.with_lithium_level_within", on)
        due = on + timedelta(days=fact_number(within))
        level = any(on <= each.taken_at.on <= due for each in record.lithium_levels)
        ecg = any(on <= each.on <= due for each in record.ecgs)
        if not (level and ecg) and record.as_of > due:
            text = filled(_missing(level=level, ecg=ecg), day=on, due=due, why=fact.statement)
            yield Remark(Severity.WARN, text, due, (), (fact, within))
        else:
            text = filled(_("Verapamil and lithium from {day}: {why}"), day=on, why=fact.statement)
            yield Remark(Severity.INFO, text, on, (), (fact,))


def _missing(*, level: bool, ecg: bool) -> str:
    if level:
        return _("Verapamil and lithium from {day}: no ECG by {due}; {why}")
    if ecg:
        return _("Verapamil and lithium from {day}: no lithium level by {due}; {why}")
    return _("Verapamil and lithium from {day}: no lithium level and no ECG by {due}; {why}")


def _changes(record: Record) -> set[date]:
    """Return the days on which either was begun or changed while the other was taken."""
    verapamil, lithium = record.levels("verapamil"), record.levels("lithium")
    pairs = ((verapamil, lithium), (lithium, verapamil))
    return {
        each.from_on
        for changed, other in pairs
        for each in changed
        if any(level.holds_on(each.from_on) for level in other)
    }
