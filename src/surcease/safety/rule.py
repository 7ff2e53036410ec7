from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from surcease.formulary import Fact
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
    """

    key: str
    title: str
    ask: str
    rests_on: tuple[str, ...]
    check: Check
    because: tuple[Fact, ...] = ()

    def see(self, record: Record) -> Iterator[Seen]:
        """Yield what the rule sees, never graver than its numbers bear.

        A number that was read in no source never drives a rule above INFO.
        """
        for seen in self.check(record):
            if isinstance(seen, Remark) and any(map(_unverified_number, seen.facts)):
                yield replace(seen, severity=Severity.INFO)
            else:
                yield seen


def rule(key: str, title: str, *, ask: str, rests_on: tuple[str, ...] = ()) -> Callable[..., Rule]:
    """Make a rule of a function that yields what it sees in a record."""

    def made(check: Check) -> Rule:
        return Rule(key, title, ask, rests_on, check)

    return made


def _unverified_number(fact: Fact) -> bool:
    return not isinstance(fact.value, str) and not fact.verified
