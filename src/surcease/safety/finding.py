from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from surcease.diary import Dose
from surcease.formulary import Fact


class Severity(StrEnum):
    """How serious a finding is, the gravest first.

    STOP
        Contraindicated, or a sign of danger: contact the prescriber, or emergency care.
    WARN
        A limit or a check of label or guideline was not kept.
    INFO
        Worth knowing, and worth asking about.
    """

    STOP = "STOP"
    WARN = "WARN"
    INFO = "INFO"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Remark:
    """What one rule saw once in a record.

    Parameters
    ----------
    on
        The civil day it is about: of the last dose, the ECG, the laboratory value.
    doses
        The doses it speaks of, the one that it is about last.
    facts
        What it rests on, as of that day.
    """

    severity: Severity
    text: str
    on: date
    doses: tuple[Dose, ...] = ()
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Lack:
    """Something a rule would need to know and the diary does not say, and where it would stand."""

    needs: str
    where: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A remark with the rule that made it, and what to ask the doctor."""

    rule: str
    title: str
    severity: Severity
    on: date
    text: str
    ask: str
    doses: tuple[Dose, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """Something that rules would need to know, and which rules."""

    needs: str
    where: str
    rules: tuple[str, ...]
