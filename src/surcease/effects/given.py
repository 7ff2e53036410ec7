"""What the diary says was given, gathered by treatment of the formulary."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from surcease.diary import Diary, Dose, Regimen, distinct_doses
from surcease.formulary import Action, Treatment, treatment_named


@dataclass(frozen=True, slots=True)
class Given:
    """One treatment with everything recorded of it.

    Attributes
    ----------
    key
        Formulary key, or the patient's own name where the formulary has none.
    known
        Its entry in the formulary.
    doses
        Distinct administrations in order of time, one row a site.
    times
        How often it was given: the sites of one session are one time.
    """

    key: str
    known: Treatment | None
    doses: tuple[Dose, ...]
    regimens: tuple[Regimen, ...]
    times: int

    @property
    def name(self) -> str:
        return self.known.name if self.known else self.key

    @property
    def role(self) -> str:
        if self.known:
            return self.known.role.value
        return "preventive" if self.regimens else "unknown"

    @property
    def action(self) -> Action:
        """How it enters the model: doses that act for a while do so whatever else is written."""
        usual = self.known.action if self.known else Action.NONE
        if usual is Action.PULSE and self.doses:
            return usual
        return Action.DAILY if self.regimens else usual

    def span(self, last_day: date) -> tuple[date, date]:
        """Return the first and the last day it was taken; a regimen still going on, until then."""
        first = [dose.given_at.on for dose in self.doses]
        first += [each.from_on for each in self.regimens]
        last = [dose.given_at.on for dose in self.doses]
        last += [each.to_on or max(last_day, each.from_on) for each in self.regimens]
        return min(first), max(last)


def given_treatments(diary: Diary) -> tuple[Given, ...]:
    """Return every treatment of the diary, regimens and doses of one treatment together.

    A dose of nothing was not given.
    """
    doses = [each for each in distinct_doses(diary).events if each.amount != 0.0]
    written = [each.treatment for each in diary.regimens] + [each.treatment for each in doses]
    names = resolve(written)
    keys = dict.fromkeys(key for key, _ in names.values())
    known = dict(names.values())
    return tuple(
        Given(
            key,
            known[key],
            tuple(
                sorted(
                    (each for each in doses if names[each.treatment][0] == key),
                    key=lambda dose: dose.given_at.at,
                )
            ),
            tuple(each for each in diary.regimens if names[each.treatment][0] == key),
            len({each.given_at.at for each in doses if names[each.treatment][0] == key}),
        )
        for key in keys
    )


def resolve(texts: Iterable[str]) -> dict[str, tuple[str, Treatment | None]]:
    """Return each written treatment's key and formulary entry, asking once for each spelling."""
    resolved: dict[str, tuple[str, Treatment | None]] = {}
    for text in texts:
        if text not in resolved:
            known = treatment_named(text)
            resolved[text] = (known.key if known else text.strip(), known)
    return resolved
