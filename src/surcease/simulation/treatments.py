"""The treatments of a scenario, with the truth about each."""

from __future__ import annotations

from dataclasses import dataclass

from surcease.simulation.amounts import Amounts
from surcease.simulation.timing import Timing
from surcease.simulation.wear_off import WearOff


def _check_rate_ratio(rate_ratio: float) -> None:
    if not rate_ratio > 0:
        raise ValueError("a rate ratio is positive")


@dataclass(frozen=True, slots=True)
class Pulse:
    """A treatment whose doses each act for a while.

    Attributes
    ----------
    rate_ratio
        Full effect of one dose on the attack rate; 0.35 prevents 65% of attacks.
    amount
        Of the whole session, shared evenly by its sites.
    waits_days
        From deciding to the appointment, 0 to this many days.
    at_most
        Sessions in the whole diary.
    """

    treatment: str
    rate_ratio: float
    wear_off: WearOff
    timing: Timing
    amount: float
    unit: str
    route: str = ""
    sites: tuple[str, ...] = ("",)
    waits_days: int = 0
    at_most: int | None = None

    def __post_init__(self) -> None:
        _check_rate_ratio(self.rate_ratio)


@dataclass(frozen=True, slots=True)
class Regimen:
    """A treatment taken every day.

    Attributes
    ----------
    rate_ratio
        Steady effect of the reference amount; of another amount its power amount / reference.
    lag_days
        First-order lag from amount to effect: 63% of a change after this many days.
    """

    treatment: str
    rate_ratio: float
    reference_amount: float
    unit: str
    lag_days: float
    amounts: Amounts

    def __post_init__(self) -> None:
        _check_rate_ratio(self.rate_ratio)


@dataclass(frozen=True, slots=True)
class Acute:
    """A treatment taken in an attack; it ends attacks and prevents none.

    Attributes
    ----------
    intensities
        Lowest and highest intensity (0-10) of the attacks it is taken for.
    share
        Of these attacks, how many it is taken in. What is left goes to the next treatment.
    relief_15, relief_30
        Probability that pain is mild or gone after 15 and after 30 minutes.
    most_per_day
        Doses in a civil day.
    """

    treatment: str
    amount: float
    unit: str
    route: str
    intensities: tuple[int, int]
    relief_15: float
    relief_30: float
    share: float = 1.0
    most_per_day: int = 2
