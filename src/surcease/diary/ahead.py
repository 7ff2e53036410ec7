from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from surcease.diary.events import Diary


def about_days_ahead(diary: Diary, today: date) -> Iterator[str]:
    """Say what a diary holds of days that have not come yet: slips of the pen, or coverage."""
    dates = {
        "attacks": (attack.started_at.on for attack in diary.attacks),
        "doses": (dose.given_at.on for dose in diary.doses),
        "days": (row.on for row in diary.days),
    }
    for what, written in dates.items():
        if ahead := sum(on > today for on in written):
            yield f"{what} dated after today: {ahead}"
    if any(span.to_on > today for span in diary.coverage):
        yield "coverage goes beyond today, and days to come count as free of attacks"
