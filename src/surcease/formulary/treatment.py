from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from surcease.language import gettext as _

ALWAYS = date.min
"""From when a fact holds of which no beginning is known, such as how long a drug acts."""

UNVERIFIED = "memory"
"""The source of what was read nowhere."""


class Role(StrEnum):
    ACUTE = "acute"
    TRANSITIONAL = "transitional"
    PREVENTIVE = "preventive"


class Action(StrEnum):
    """How a treatment enters the attack-rate model.

    PULSE
        Each dose acts for days to months and fades: infusion, injection session, nerve block.
    DAILY
        The daily amount acts, smoothed by a lag: verapamil, lithium. Tablets logged one by one
        are added up by civil day.
    NONE
        Aborts attacks, does not prevent them: not an exposure.
    """

    PULSE = "pulse"
    DAILY = "daily"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Fact:
    """A number or statement with its source.

    Parameters
    ----------
    value
        The number, or words; the lower end where the fact is a range.
    unit
        UCUM unit, empty for words.
    source
        Key of a source in `data/sources.toml`.
    tag
        How it was read: V (abstract or label), V2 (secondary), R (reconstructed), C (computed),
        M (from memory, unverified: never drives a rule above INFO).
    from_on
        The date from which it holds; ALWAYS where no beginning is known.
    high
        The upper end of a range.
    also
        Keys of further sources that say the same.
    """

    value: float | str
    unit: str
    source: str
    tag: str
    from_on: date
    note: str = ""
    high: float | None = None
    also: tuple[str, ...] = ()

    @property
    def statement(self) -> str:
        """What a fact in words says, in the reader's language."""
        return _(str(self.value))

    @property
    def verified(self) -> bool:
        return self.tag != "M" and self.source != UNVERIFIED


@dataclass(frozen=True, slots=True)
class Status:
    """Regulatory status for cluster headache in one country or region."""

    place: str
    status: str
    source: str
    tag: str
    from_on: date | None = None
    note: str = ""


class Scope(StrEnum):
    """What a code stands for, beside the treatment that lists it."""

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    INGREDIENT = "ingredient"


@dataclass(frozen=True, slots=True)
class Code:
    """A code in an outside system (ATC, RxNorm, SNOMED CT).

    Parameters
    ----------
    scope
        Whether it stands for the treatment, for more than it (all botulinum toxins), for one form
        of it (the oxide of magnesium), or for something in it (the steroid of a nerve block).
    """

    system: str
    code: str
    verified: bool
    note: str = ""
    scope: Scope = Scope.SAME

    @property
    def holds_for_treatment(self) -> bool:
        """Whether it is true of every dose of the treatment."""
        return self.scope in (Scope.SAME, Scope.WIDER)

    @property
    def names_treatment(self) -> bool:
        """Whether whatever bears it is the treatment."""
        return self.scope in (Scope.SAME, Scope.NARROWER)


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts were read: the pages, and the year of publication where known."""

    key: str
    addresses: tuple[str, ...]
    year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment as the formulary knows it.

    `facts` maps a name (`usual_amount`, `max_per_24_h`, `min_gap`, `onset`, `duration`, ...) to
    its dated values, oldest first. The effect prior of the model reads:
    PULSE: `onset_prior` and `duration_prior` (days until half the effect is gone), in d.
    DAILY: `reference_amount` (taken in a day) and `lag_prior`, in d. Without a published
    `reference_amount`, the diary's own usual amount takes its place.
    `shorthand` maps a unit that people write to the one they mean: for oxygen, L to L/min.
    """

    key: str
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    routes: tuple[str, ...]
    units: tuple[str, ...]
    action: Action
    facts: Mapping[str, tuple[Fact, ...]]
    statuses: tuple[Status, ...]
    codes: tuple[Code, ...]
    cautions: tuple[Fact, ...] = ()
    shorthand: Mapping[str, str] = field(default_factory=dict)

    @property
    def shown(self) -> str:
        """Its name in the reader's language."""
        return _(self.name)

    @property
    def role(self) -> Role:
        """The role it is listed under: its first."""
        return self.roles[0]

    def fact(self, name: str, on: date) -> Fact | None:
        """Return the value that held on a date, or None."""
        holding = [fact for fact in self.facts.get(name, ()) if fact.from_on <= on]
        return holding[-1] if holding else None


@dataclass(frozen=True, slots=True)
class Mention:
    """One treatment named in a free text, with what the text says of its dose.

    `key` is None where nothing in the formulary matches; `name` is then the cleaned text.
    """

    name: str
    key: str | None
    amount: float | None = None
    unit: str = ""
    route: str = ""
