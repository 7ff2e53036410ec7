"""What the checks of an effect, and what would tell more of it, come to in sentences."""

from __future__ import annotations

from surcease.effects.continuations import Continuation, Kind
from surcease.effects.dose_window import DoseWindow, PartOfDay, WindowDay
from surcease.effects.influence import Influence
from surcease.effects.placebo_dates import PlaceboDates
from surcease.effects.what_would_tell import Outlook
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.window_stretches import WEEK, between

STANDS_OUT = 0.05
"""Share of placebo dates below which, or above one minus which, the real dates stand out."""

MOVES = 0.05
"""A change of the reduction below this is within what any diary does."""

ON_WHAT_WOULD_TELL = gettext_noop(
    "If the effect is as this diary has it so far, and all else goes on as it was. Simulated; "
    "not a plan."
)
NOTHING_TO_ASK = gettext_noop(
    "The diary has too few doses, or too few known days around them, to put further questions to "
    "this estimate."
)

HARDLY = 0.05
LITTLE = 0.20
"""How much narrower an interval becomes where days would hardly, or a little, tell more."""


def cannot_tell(name: str) -> str:
    return _(
        "The diary cannot tell what {name} does to the attacks, so there is nothing yet to hold "
        "against other dates or other doses."
    ).format(name=name)


def placebo(found: PlaceboDates) -> str:
    """Say where the real dates lie among those on which none was given."""
    said = _(
        "Over {days}: {change} with the real dates. Of these and {tried} patterns of the same "
        "doses on other days, {share} have at least as large a reduction."
    ).format(
        days=words.count(found.over_days, "day"),
        change=words.change(found.reduction),
        tried=len(found.moved_reduction),
        share=share(found),
    )
    return f"{said} {placebo_verdict(found)}"


def share(found: PlaceboDates) -> str:
    if not found.share_error:
        return words.percent(found.share)
    return _("{share} (give or take {error})").format(
        share=words.percent(found.share), error=words.percent(found.share_error)
    )


def placebo_verdict(found: PlaceboDates) -> str:
    if found.share <= STANDS_OUT:
        return _("The real dates stand out.")
    if found.share >= 1.0 - STANDS_OUT:
        return _("The real dates stand out by more attacks, not fewer.")
    return _("The real dates do not stand out.")


def influence(found: Influence) -> str:
    """Say which dose matters most, and how far the estimate moves without it."""
    most = found.most
    whole = _("Over {days}: {change}").format(
        days=words.count(found.over_days, "day"), change=words.change(found.reduction.median)
    )
    on = words.day(most.given_on)
    if len(found.without) == 1:
        return _("{whole}, and it all hangs on the one dose of {day}.").format(whole=whole, day=on)
    without = _("without the dose of {day} and the days up to the next, {change}").format(
        day=on, change=words.change(most.reduction.median)
    )
    hardly = abs(most.change) < MOVES
    most_of_all = _("No single dose moves it further.") if hardly else _("That dose matters most.")
    return f"{whole}; {without}. {most_of_all}"


def window(found: DoseWindow) -> str:
    """Say what the weeks before and after a dose look like."""
    doses = words.count(found.doses, "dose")
    before, after = between(found, -WEEK, -1), between(found, 1, WEEK)
    if before is None or after is None:
        return _("{doses}; the week before or after is not known of any.").format(doses=doses)
    return _(
        "{doses}. In the week before: {before} attacks a day. In the week after: {after}; fitted "
        "{fitted}, and {without} had the doses not been given."
    ).format(
        doses=doses,
        before=words.rate(before.attacks),
        after=words.rate(after.attacks),
        fitted=words.rate(after.fitted),
        without=words.rate(after.without),
    )


def day_of_window(day: WindowDay) -> str:
    """Name a day by its distance from the dose: "3 days before", "same day, after the dose"."""
    if day.day:
        side = _("{days} before") if day.day < 0 else _("{days} after")
        return side.format(days=words.count(abs(day.day), "day"))
    return {
        PartOfDay.WHOLE: _("same day"),
        PartOfDay.BEFORE: _("same day, before the dose"),
        PartOfDay.AFTER: _("same day, after the dose"),
    }[day.part]


def would_tell(outlook: Outlook) -> str:
    """Say how much one continuation of the diary would tell; never that it should be so."""
    narrower = 1.0 - outlook.width
    chance = _("a verdict of suggestive or strong would have a chance of about {chance}").format(
        chance=words.percent(outlook.chance)
    )
    if narrower < HARDLY:
        said = _("{more} would hardly tell more: {chance}.")
    elif narrower < LITTLE:
        said = _("{more} would tell a little more: {narrowed}, and {chance}.")
    else:
        said = _("{more} would tell more: {narrowed}, and {chance}.")
    return said.format(
        more=continuation(outlook.continuation),
        narrowed=_("the interval would be about {percent} narrower").format(
            percent=words.percent(narrower)
        ),
        chance=chance,
    )


def continuation(more: Continuation) -> str:
    days = words.count(more.days, "more day")
    if more.kind is Kind.DAYS:
        return days
    doses = words.count(more.doses, "more dose")
    if more.kind is Kind.DOSES:
        return _("{doses} at the usual interval ({days})").format(doses=doses, days=days)
    return _(
        "{doses} at the usual interval, {other} a week after each instead of with it ({days})"
    ).format(doses=doses, other=more.apart_from_name, days=days)


def brief_continuation(more: Continuation) -> str:
    days = words.count(more.days, "day")
    if more.kind is Kind.DAYS:
        return words.count(more.days, "more day")
    apart = _("{doses} a week apart") if more.kind is Kind.DOSES_APART else "{doses}"
    return f"{apart.format(doses=words.count(more.doses, 'more dose'))}, {days}"
