"""How every number on a page is written: the terminal and the HTML report share these."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from math import isfinite

from surcease.analysis.result import Estimate, Verdict
from surcease.language import gettext as _
from surcease.language import gettext_noop, ngettext, ngettext_noop

NONE = "-"
UNKNOWN = gettext_noop("not known")
NO_CHANGE = gettext_noop("no change")
FEWER = gettext_noop("{size} fewer")
MORE = gettext_noop("{size} more")
TIMES = gettext_noop("{size} times as many")

VERDICTS = {
    Verdict.STRONG: ("●", gettext_noop("strong")),
    Verdict.SUGGESTIVE: ("◐", gettext_noop("suggestive")),
    Verdict.UNCLEAR: ("○", gettext_noop("unclear")),
    Verdict.CANNOT_TELL: ("?", gettext_noop("cannot tell")),
}

CHANCES = (
    (0.99, gettext_noop("almost certain")),
    (0.90, gettext_noop("very likely")),
    (0.66, gettext_noop("likely")),
    (0.33, gettext_noop("about as likely as not")),
    (0.10, gettext_noop("unlikely")),
    (0.01, gettext_noop("very unlikely")),
)
HARDLY = gettext_noop("almost certainly not")

COUNTED = {
    "attack": ngettext_noop("{n} attack", "{n} attacks"),
    "bout": ngettext_noop("{n} bout", "{n} bouts"),
    "controlled study": ngettext_noop("{n} controlled study", "{n} controlled studies"),
    "day": ngettext_noop("{n} day", "{n} days"),
    "dose": ngettext_noop("{n} dose", "{n} doses"),
    "earlier time": ngettext_noop("{n} earlier time", "{n} earlier times"),
    "known day": ngettext_noop("{n} known day", "{n} known days"),
    "more day": ngettext_noop("{n} more day", "{n} more days"),
    "more dose": ngettext_noop("{n} more dose", "{n} more doses"),
    "note": ngettext_noop("{n} note", "{n} notes"),
    "row": ngettext_noop("{n} row", "{n} rows"),
    "site": ngettext_noop("{n} site", "{n} sites"),
    "time": ngettext_noop("{n} time", "{n} times"),
    "treatment": ngettext_noop("{n} treatment", "{n} treatments"),
    "value": ngettext_noop("{n} value", "{n} values"),
    "week": ngettext_noop("{n} week", "{n} weeks"),
}
"""What reports count, by its English name."""


def not_known() -> str:
    return _(UNKNOWN)


def months() -> tuple[str, ...]:
    """Name the twelve months as short as they stand in a date."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def whole_months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def verdict(value: Verdict) -> str:
    """Name a verdict behind its shape: "● strong"."""
    return f"{VERDICTS[value][0]} {verdict_word(value)}"


def verdict_word(value: Verdict) -> str:
    return _(VERDICTS[value][1])


def count(number: int, what: str) -> str:
    """Say how many there are of something in `COUNTED`: "1 dose", "1,200 attacks"."""
    return ngettext(*COUNTED[what], number).format(n=f"{number:,}")


def percent(fraction: float) -> str:
    if not isfinite(fraction):
        return not_known()
    points = round(100 * fraction)
    if points == 0 and fraction > 0:
        return _("under 1%")
    return _("over 99%") if points == 100 and fraction < 1 else f"{points}%"


def change(reduction: float) -> str:
    """Say a fraction of attacks prevented: "61% fewer", "9% more", "2.4 times as many"."""
    form, size = _form_and_size(reduction)
    return _(form).format(size=size)


def change_range(reduction: Estimate) -> str:
    """Say the interval of a reduction: "38% to 77% fewer", "9% more to 40% fewer"."""
    (form, low), (other, high) = map(_form_and_size, (reduction.low, reduction.high))
    if form != other or not low:
        return span(_(form).format(size=low), _(other).format(size=high))
    return _(form).format(size=span(low, high) if form == FEWER else span(high, low))


def _form_and_size(reduction: float) -> tuple[str, str]:
    """Return the words of a change and the number in them, empty where they need none."""
    if not isfinite(reduction):
        return UNKNOWN, ""
    if reduction < -9:
        return TIMES, _("over 10")
    points = round(100 * min(reduction, 0.999))
    if points == 0:
        return NO_CHANGE, ""
    if points > 0:
        return FEWER, percent(min(reduction, 0.999))
    return (MORE, f"{-points}%") if points > -100 else (TIMES, f"{1 - reduction:.1f}")


def span(first: str, last: str) -> str:
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def out_of(number: int, total: int) -> str:
    return _("{number} of {total}").format(number=f"{number:,}", total=f"{total:,}")


def interval(level: float) -> str:
    return _("{level} interval").format(level=percent(level))


def chance(probability: float) -> str:
    """Say a probability in words and digits, on the IPCC's calibrated scale (AR5 guidance note)."""
    if not isfinite(probability):
        return not_known()
    words = (word for floor, word in CHANCES if probability >= floor)
    certain_to_none = min(max(probability, 0.001), 0.999)
    return f"{_(next(words, HARDLY))} ({percent(certain_to_none)})"


def rate(attacks: float) -> str:
    """Write attacks a day with the digits that mean something."""
    if not isfinite(attacks):
        return not_known()
    if attacks < 0.005:
        return "0" if attacks == 0 else _("under 0.01")
    if attacks < 0.995:
        return f"{attacks:.2f}"
    return f"{attacks:.1f}" if attacks < 9.95 else f"{attacks:,.0f}"


def ratio(value: float) -> str:
    """Write how many times one thing is another, in two digits that mean something."""
    if not isfinite(value):
        return not_known()
    if value < 0.995:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 9.95 else f"{value:,.0f}"


def rate_or_none(attacks: float | None) -> str:
    return NONE if attacks is None else rate(attacks)


def rate_range(attacks: Estimate) -> str:
    return span(rate(attacks.low), rate(attacks.high))


def decimal(value: float) -> str:
    """Write a quantity with at most one decimal: 39.3, 240, 1,250."""
    if not isfinite(value):
        return not_known()
    return f"{round(value, 1) + 0.0:,.1f}".removesuffix(".0")


def as_written(amount: float) -> str:
    """Write an amount as it was written down, for its every digit was meant: 0.25, 240, 1,250."""
    if not isfinite(amount):
        return not_known()
    return f"{Decimal(f'{amount + 0.0:.10g}'):,f}"


def length(days: float) -> str:
    """Write a number of days; halves of a day matter only in the first few."""
    if not isfinite(days):
        return not_known()
    return _days(_number_of_days(days))


def length_range(days: Estimate) -> str:
    if not (isfinite(days.low) and isfinite(days.high)):
        return not_known()
    low, high = _number_of_days(days.low), _number_of_days(days.high)
    return _("{n} days").format(n=span(low, high))


def _days(number: str) -> str:
    return ngettext(*COUNTED["day"], 1 if number == "1" else 2).format(n=number)


def _number_of_days(days: float) -> str:
    return decimal(days) if days < 5 else f"{days:,.0f}"


def whole(value: float) -> str:
    return f"{value:,.0f}" if isfinite(value) else not_known()


def whole_range(number: Estimate) -> str:
    return span(whole(number.low), whole(number.high))


def two_decimals(value: float) -> str:
    return f"{round(value, 2) + 0.0:,.2f}" if isfinite(value) else not_known()


def p_value(p: float) -> str:
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def day(on: date) -> str:
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    return f"{months()[on.month - 1]} {on.year}"


def day_range(from_on: date, to_on: date) -> str:
    """Write dates from one to another, saying month and year once where they agree."""
    if from_on == to_on:
        return day(to_on)
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return span(f"{from_on.day}", day(to_on))
    if from_on.year == to_on.year:
        return span(f"{from_on.day} {months()[from_on.month - 1]}", day(to_on))
    return span(day(from_on), day(to_on))


def hour(value: float) -> str:
    """Write a local time of day given in hours (0 to 24): "02:15"."""
    minutes = round(value * 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def shortened(name: str, room: int) -> str:
    """Cut a name but keep its last word: it often tells two routes of one drug apart."""
    if len(name) <= room:
        return name
    last = name.rpartition(" ")[2]
    ending = f"… {last}" if len(last) <= room // 2 else "…"
    return name[: room - len(ending)].rstrip() + ending
