from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from surcease.diary.duplicates import distinct_doses
from surcease.diary.events import Diary, Dose
from surcease.diary.moment import Moment


@dataclass(frozen=True, slots=True)
class Session:
    """The doses of one treatment at one instant: one tablet, or injections at several sites."""

    doses: tuple[Dose, ...]

    @property
    def given_at(self) -> Moment:
        return self.doses[0].given_at

    @property
    def treatment(self) -> str:
        return self.doses[0].treatment

    @property
    def unit(self) -> str:
        """The unit of every dose, or empty where they differ."""
        units = {dose.unit for dose in self.doses}
        return units.pop() if len(units) == 1 else ""

    @property
    def amount(self) -> float | None:
        """The total in `unit`; None where units differ or an amount was not written down."""
        amounts = [dose.amount for dose in self.doses if dose.amount is not None]
        one_unit = len({dose.unit for dose in self.doses}) == 1
        return sum(amounts) if one_unit and len(amounts) == len(self.doses) else None

    @property
    def sites(self) -> tuple[tuple[str, float | None], ...]:
        """Each site that was named, with the amount given there."""
        return tuple((dose.site, dose.amount) for dose in self.doses if dose.site)


def sessions(diary: Diary) -> tuple[Session, ...]:
    """Group distinct doses by instant and treatment (as written), earliest first."""
    together: defaultdict[tuple[datetime, str], list[Dose]] = defaultdict(list)
    for dose in distinct_doses(diary).events:
        together[dose.given_at.at, dose.treatment].append(dose)
    grouped = (Session(tuple(doses)) for doses in together.values())
    return tuple(sorted(grouped, key=lambda session: session.given_at.at))
