"""What the checks of an effect, and what would tell more of it, come to in sentences."""

from __future__ import annotations

from surcease.effects.continuations import Continuation, Kind
from surcease.effects.dose_window import DoseWindow, PartOfDay, WindowDay
from surcease.effects.influence import Influence
from surcease.effects.placebo_dates import PlaceboDates
from surcease.effects.what_would_tell import Outlook
from surcease.reports import words
from surcease.reports.window_stretches import WEEK, between

STANDS_OUT = 0.05
"""Share of placebo dates below which, or above one minus which, the real dates stand out."""

MOVES = 0.05
"""A change of the reduction below this is within what any diary does."""

ON_WHAT_WOULD_TELL = (
    "If the effect is as this diary has it so far, and all else goes on as it was. Simulated; "
    "not a plan."
)
NOTHING_TO_ASK = (
    "The diary has too few doses, or too few known days around them, to put further questions to "
    "this estimate."
)

HARDLY = 0.05
LITTLE = 0.20
"""How much narrower an interval becomes where days would hardly, or a little, tell more."""


def cannot_tell(name: str) -> str:
    return (
        f"The diary cannot tell what {name} does to the attacks, so there is nothing yet to hold "
        "against other dates or other doses."
    )


def placebo(found: PlaceboDates) -> str:
    """Say where the real dates lie among those on which none was given."""
    tried = len(found.moved_reduction)
    return (
        f"Over {found.over_days} days: {words.change(found.reduction)} with the real dates. Of "
        f"these and {tried} patterns of the same doses on other days, {share(found)} have at least "
        f"as large a reduction. {placebo_verdict(found)}"
    )


def share(found: PlaceboDates) -> str:
    if not found.share_error:
        return words.percent(found.share)
    return f"{words.percent(found.share)} (give or take {words.percent(found.share_error)})"


def placebo_verdict(found: PlaceboDates) -> str:
    if found.share <= STANDS_OUT:
        return "The real dates stand out."
    if found.share >= 1.0 - STANDS_OUT:
        return "The real dates stand out by more attacks, not fewer."
    return "The real dates do not stand out."


def influence(found: Influence) -> str:
    """Say which dose matters most, and how far the estimate moves without it."""
    most = found.most
    whole = f"Over {found.over_days} days: {words.change(found.reduction.median)}"
    if len(found.without) == 1:
        return f"{whole}, and it all hangs on the one dose of {words.day(most.given_on)}."
    without = (
        f"without the dose of {words.day(most.given_on)} and the days up to the next, "
        f"{words.change(most.reduction.median)}"
    )
    if abs(most.change) < MOVES:
        return f"{whole}; {without}. No single dose moves it further."
    return f"{whole}; {without}. That dose matters most."


def window(found: DoseWindow) -> str:
    """Say what the weeks before and after a dose look like."""
    doses = words.count(found.doses, "dose")
    before, after = between(found, -WEEK, -1), between(found, 1, WEEK)
    if before is None or after is None:
        return f"{doses}; the week before or after is not known of any."
    return (
        f"{doses}. In the week before: {words.rate(before.attacks)} attacks a day. In the week "
        f"after: {words.rate(after.attacks)}; fitted {words.rate(after.fitted)}, and "
        f"{words.rate(after.without)} had the doses not been given."
    )


def day_of_window(day: WindowDay) -> str:
    """Name a day by its distance from the dose: "3 days before", "same day, after the dose"."""
    if day.day:
        side = "before" if day.day < 0 else "after"
        return f"{words.count(abs(day.day), 'day')} {side}"
    return "same day" if day.part is PartOfDay.WHOLE else f"same day, {day.part} the dose"


def would_tell(outlook: Outlook) -> str:
    """Say how much one continuation of the diary would tell; never that it should be so."""
    more, narrower = continuation(outlook.continuation), 1.0 - outlook.width
    about = f"about {words.percent(outlook.chance)}"
    chance = f"a verdict of suggestive or strong would have a chance of {about}"
    if narrower < HARDLY:
        return f"{more} would hardly tell more: {chance}."
    amount = "a little more" if narrower < LITTLE else "more"
    narrowed = f"the interval would be about {words.percent(narrower)} narrower"
    return f"{more} would tell {amount}: {narrowed}, and {chance}."


def continuation(more: Continuation) -> str:
    days = words.count(more.days, "more day", "more days")
    if more.kind is Kind.DAYS:
        return days
    doses = f"{words.count(more.doses, 'more dose', 'more doses')} at the usual interval"
    if more.kind is Kind.DOSES:
        return f"{doses} ({days})"
    return f"{doses}, {more.apart_from_name} a week after each instead of with it ({days})"


def brief_continuation(more: Continuation) -> str:
    days = words.count(more.days, "day")
    if more.kind is Kind.DAYS:
        return f"{days} more"
    apart = " a week apart" if more.kind is Kind.DOSES_APART else ""
    return f"{words.count(more.doses, 'more dose', 'more doses')}{apart}, {days}"
