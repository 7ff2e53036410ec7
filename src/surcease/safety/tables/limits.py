"""Limits on amounts and gaps: one row of data/limits.toml is one part of a rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files

from surcease.formulary import Fact, convert
from surcease.formulary.vocabulary import medicine_group_in_words
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Rule, Seen
from surcease.safety.taken import Taken, doses_of, shortly_before
from surcease.safety.words import amount_in_words, fact_number, filled, gap_in_words

CANNOT_ADD = gettext_noop("the amount and unit of every dose of {name}")

_ABOVE = {
    (False, False): gettext_noop("{name}: {amount} at once; the limit is {limit}"),
    (False, True): gettext_noop("{name}: {amount} at once; the limit beside {medicine} is {limit}"),
    (True, False): gettext_noop("{name}: {amount} within {hours} h; the limit is {limit}"),
    (True, True): gettext_noop(
        "{name}: {amount} within {hours} h; the limit beside {medicine} is {limit}"
    ),
}
"""What is said above a limit, by whether it is on a time and beside a medicine."""


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit of one treatment.

    `kind` is single (at once), gap (since the dose before) or total (in a window that ends with a
    dose, its beginning not included). `within` is the window, `routes` the only routes it is for,
    `with_medicine` a group of medicines beside which alone it holds.
    """

    rule: str
    title: str
    ask: str
    kind: str
    treatment: str
    fact: str
    within_h: float = 0.0
    routes: tuple[str, ...] = ()
    with_medicine: str = ""

    def check(self, record: Record) -> Iterator[Seen]:
        doses = record.of(self.treatment)
        if doses and self.with_medicine and not record.knows_medicines:
            yield Lack(_("other medicines, or none"), "medicines.csv")
        if self.kind != "gap" and any(each.amount is None for each in doses):
            yield Lack(_(CANNOT_ADD).format(name=doses[0].name), "doses.csv")
        for nth, dose in enumerate(doses):
            if self._applies(record, dose):
                yield from self._look(doses, nth)

    def _applies(self, record: Record, dose: Taken) -> bool:
        if self.with_medicine and not record.medicines(self.with_medicine, dose.on):
            return False
        return not self.routes or dose.routes <= set(self.routes)

    def _look(self, doses: tuple[Taken, ...], nth: int) -> Iterator[Remark]:
        dose = doses[nth]
        fact = dose.fact(self.fact)
        if self.kind == "gap":
            yield from self._gap(dose, doses[nth - 1 : nth], fact)
            return
        within = timedelta(hours=self.within_h)
        together = (*shortly_before(doses, nth, within), dose)
        total = sum(each.known_amount for each in together)
        limit = convert(fact_number(fact), fact.unit, dose.unit, dose.key)
        # Sums of decimal amounts such as 2.5 mg; no dose differs from a limit by so little.
        if total > limit + 1e-9:
            text = filled(
                _(self._pattern),
                name=dose.name,
                amount=amount_in_words(total, dose.unit),
                hours=float(self.within_h),
                medicine=medicine_group_in_words(self.with_medicine),
                limit=amount_in_words(limit, dose.unit),
            )
            yield Remark(Severity.WARN, text, dose.on, doses_of(together), (fact,))

    @property
    def _pattern(self) -> str:
        return _ABOVE[self.kind == "total", bool(self.with_medicine)]

    def _gap(self, dose: Taken, earlier: tuple[Taken, ...], fact: Fact) -> Iterator[Remark]:
        if not earlier:
            return
        least = timedelta(hours=convert(fact_number(fact), fact.unit, "h"))
        gap = dose.at - earlier[-1].at
        if gap < least:
            text = filled(
                _("{name}: {gap} after the dose before; the least is {least}"),
                name=dose.name,
                gap=gap_in_words(gap),
                least=gap_in_words(least),
            )
            doses = (*earlier[-1].doses, *dose.doses)
            yield Remark(Severity.WARN, text, dose.on, doses, (fact,))


def limit_rules() -> Iterator[Rule]:
    text = files("surcease.safety").joinpath("data/limits.toml").read_text(encoding="utf-8")
    for row in tomllib.loads(text)["limit"]:
        routes = tuple(row.pop("routes", ()))
        limit = Limit(**row, routes=routes)
        rests_on = (f"{limit.treatment}.{limit.fact}",)
        yield Rule(limit.rule, limit.title, limit.ask, rests_on, limit.check)
