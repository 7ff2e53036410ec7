"""V05 and V06: how much verapamil, and how fast it is raised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from surcease.formulary import Fact
from surcease.formulary.classes import fact_at
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.level import Level
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

ASK = "Which ECGs does this amount need, perhaps one over 24 hours?"


@rule(
    "V05",
    "A high amount of verapamil",
    ask=ASK,
    rests_on=(
        "verapamil.label_max_per_day",
        "verapamil.close_watch_amount",
        "verapamil.practice_max_per_day",
    ),
)
def verapamil_amount(record: Record) -> Iterator[Seen]:
    for level in record.levels("verapamil"):
        yield from _amount(level.amount, level.from_on)
    for on, amount in record.by_day("verapamil").items():
        yield from _amount(amount, on)


def _amount(amount: float, on: date) -> Iterator[Remark]:
    label = fact_at("verapamil.label_max_per_day", on)
    close = fact_at("verapamil.close_watch_amount", on)
    practice = fact_at("verapamil.practice_max_per_day", on)
    if amount > fact_number(practice):
        severity, fact = Severity.WARN, practice
        text = _(
            "Verapamil {amount} mg a day from {day}, above the {limit} of practice: "
            "is the amount written right?"
        )
    elif amount >= fact_number(close):
        severity, fact = Severity.WARN, close
        text = _(
            "Verapamil {amount} mg a day from {day}: events of the heart were seen from {limit} on"
        )
    elif amount > fact_number(label):
        severity, fact = Severity.INFO, label
        text = _("Verapamil {amount} mg a day from {day}, above the label's {limit}")
    else:
        return
    said = filled(text, amount=float(amount), day=on, limit=fact.value)
    yield Remark(severity, said, on, (), (fact,))


@rule(
    "V06",
    "Verapamil raised in large or quick steps",
    ask="How fast may verapamil be raised, and what is checked between the steps?",
    rests_on=(
        "verapamil.uk_step",
        "verapamil.uk_step_interval",
        "verapamil.fr_step",
        "verapamil.fr_step_interval",
    ),
)
def verapamil_steps(record: Record) -> Iterator[Seen]:
    """Hold each increase against the French label in France, else against the UK protocol."""
    person = record.diary.person
    levels = record.levels("verapamil")
    if len(levels) > 1 and (person is None or not person.country):
        yield Lack(_("the country, in [person]: steps of verapamil differ by label"), "diary.toml")
    french = person is not None and person.country.upper() == "FR"
    severity, place = (Severity.WARN, "fr") if french else (Severity.INFO, "uk")
    for nth, level in enumerate(levels[1:], start=1):
        step = fact_at(f"verapamil.{place}_step", level.from_on)
        interval = fact_at(f"verapamil.{place}_step_interval", level.from_on)
        raised = level.amount - _lowest_within(levels[:nth], level.from_on, interval)
        if raised > fact_number(step):
            text = filled(
                _(
                    "Verapamil {raised} mg a day more on {day} than within {within} days before; "
                    "the French label has steps of {step}"
                )
                if french
                else _(
                    "Verapamil {raised} mg a day more on {day} than within {within} days before; "
                    "the UK protocol has steps of {step}"
                ),
                raised=float(raised),
                day=level.from_on,
                within=interval.value,
                step=step.value,
            )
            yield Remark(severity, text, level.from_on, (), (step, interval))


def _lowest_within(earlier: tuple[Level, ...], on: date, interval: Fact) -> float:
    start = on - timedelta(days=fact_number(interval))
    within = [each.amount for each in earlier if each.to_on is None or each.to_on >= start]
    return min(within, default=earlier[-1].amount)
