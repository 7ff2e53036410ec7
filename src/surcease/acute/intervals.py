from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby, zip_longest

from surcease.acute.choices import choices
from surcease.acute.taken import Named, Treated
from surcease.diary import Dose
from surcease.diary.response import Rating, is_timed, rating_of

type Given = tuple[Named, Dose]

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Interval:
    """The time from what was taken at one instant to the end of the attack, or to what came next.

    Parameters
    ----------
    names
        What was taken at that instant, in alphabetical order.
    nth
        1 for the first instant of an attack at which anything was taken.
    delay_min
        From the onset of the attack.
    intensity
        Pain, 0 to 10: when it was taken where that is known, else the attack's own, its peak.
    minutes, ended
        How long it was followed, and whether the attack ended then. Else a further dose came
        (`rescued`), or nothing more is known.
    whole_min, whole_ended
        The same up to the end of the attack, whatever else was taken on the way.
    pain_15, pain_30
        Pain so many minutes later, where recorded.
    """

    names: tuple[str, ...]
    nth: int
    on: date
    delay_min: float
    intensity: float | None
    minutes: float
    ended: bool
    rescued: bool
    whole_min: float
    whole_ended: bool
    intensity_before: float | None
    pain_15: float | None
    pain_30: float | None
    rating: Rating | None

    @property
    def alone(self) -> bool:
        """Whether one treatment was taken, and nothing before it in this attack."""
        return self.nth == 1 and len(self.names) == 1

    def pain_free(self, after_min: int) -> bool | None:
        """Tell whether pain was gone after so many minutes, without a further dose by then.

        By the pain recorded then, or else by when the attack ended. None where neither is known.
        """
        pain = {15: self.pain_15, 30: self.pain_30}[after_min]
        if self.rescued and self.minutes < after_min:
            return False
        if pain is not None:
            return pain == 0
        if self.ended or self.minutes > after_min:
            return self.ended and self.minutes <= after_min
        return None

    def relief(self, after_min: int) -> bool | None:
        """Tell whether pain that was moderate or worse became mild or none, as trials count it."""
        pain = {15: self.pain_15, 30: self.pain_30}[after_min]
        mild_below = choices().bands[1].start
        if self.intensity_before is None or self.intensity_before < mild_below:
            return None
        if self.rescued and self.minutes < after_min:
            return False
        return None if pain is None else pain < mild_below


def intervals(treated: Iterable[Treated]) -> tuple[Interval, ...]:
    """Cut treated attacks at each instant at which something was taken.

    An attack with a dose of unknown time has no such instants.
    """
    timed = (one for one in treated if all(is_timed(dose) for _, dose in one.doses))
    return tuple(each for one in timed for each in _of_attack(one))


def _of_attack(treated: Treated) -> Iterator[Interval]:
    together = [
        (at, list(group))
        for at, group in groupby(treated.doses, key=lambda pair: pair[1].given_at.at)
    ]
    for nth, (now, then) in enumerate(zip_longest(together, together[1:]), start=1):
        at, group = now
        yield _interval(treated, nth, at, group, then[0] if then else None)


def _interval(
    treated: Treated, nth: int, at: datetime, group: list[Given], next_at: datetime | None
) -> Interval:
    attack, last_at = treated.attack, treated.doses[-1][1].given_at.at
    doses = [dose for _, dose in group]
    before = _first(each.intensity_before for each in doses)
    pain_15 = _first(each.intensity_15_min for each in doses)
    pain_30 = _first(each.intensity_30_min for each in doses)
    end = attack.ended_at.at if attack.ended_at else None
    whole = end or max(at + _watched(pain_15, pain_30), last_at)
    until = next_at or whole
    return Interval(
        names=tuple(sorted({named.name for named, _ in group})),
        nth=nth,
        on=attack.started_at.on,
        delay_min=(at - attack.started_at.at) / _MINUTE,
        intensity=attack.intensity if before is None else before,
        minutes=(until - at) / _MINUTE,
        ended=next_at is None and end is not None,
        rescued=next_at is not None,
        whole_min=(whole - at) / _MINUTE,
        whole_ended=end is not None,
        intensity_before=before,
        pain_15=pain_15,
        pain_30=pain_30,
        rating=_rating(doses),
    )


def _watched(pain_15: float | None, pain_30: float | None) -> timedelta:
    """Return how long an attack is known to have been followed whose end is unknown."""
    if pain_30 is not None:
        return 30 * _MINUTE
    return 15 * _MINUTE if pain_15 is not None else 0 * _MINUTE


def _rating(doses: list[Dose]) -> Rating | None:
    """Return the rating of the dose; of several at one instant only where they agree."""
    said = {rating_of(each) for each in doses}
    return said.pop() if len(said) == 1 else None


def _first(values: Iterable[float | None]) -> float | None:
    return next((each for each in values if each is not None), None)
