from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from surcease.formulary import Fact
from surcease.formulary.classes import fact_at
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record

type Seen = Remark | Lack
type Check = Callable[[Record], Iterator[Seen]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule over the record.

    Parameters
    ----------
    key
        Its name in the list of rules, such as S01. Several parts of one rule share it.
    title
        What it watches, in a few words.
    ask
        What to ask the doctor; never what to take.
    rests_on
        The facts it reads, as "treatment.fact" or "class.fact".
    because
        Statements with their sources that the rule brings along itself.
    in_spite_of
        Facts read in no source that still leave the severity as it is, because the rule was agreed
        on with it. They are shown as unverified.
    """

    key: str
    title: str
    ask: str
    rests_on: tuple[str, ...]
    check: Check
    because: tuple[Fact, ...] = ()
    in_spite_of: tuple[str, ...] = ()

    def see(self, record: Record) -> Iterator[Seen]:
        """Yield what the rule sees, never graver than what it rests on bears.

        What was read in no source never drives a rule above INFO, unless `in_spite_of` names it.
        """
        for seen in self.check(record):
            if isinstance(seen, Remark) and any(map(self._is_weak, seen.facts)):
                yield replace(seen, severity=Severity.INFO)
            else:
                yield seen

    def _is_weak(self, fact: Fact) -> bool:
        spared = (fact_at(each, fact.from_on) for each in self.in_spite_of)
        return not fact.verified and fact not in spared


def rule(
    key: str,
    title: str,
    *,
    ask: str,
    rests_on: tuple[str, ...] = (),
    in_spite_of: tuple[str, ...] = (),
) -> Callable[..., Rule]:
    """Make a rule of a function that yields what it sees in a record."""

    def made(check: Check) -> Rule:
        return Rule(key, title, ask, rests_on, check, in_spite_of=in_spite_of)

    return made
