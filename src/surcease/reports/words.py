"""How every number on a page is written: the terminal and the HTML report share these."""

from __future__ import annotations

from datetime import date
from math import isfinite

from surcease.analysis.result import Estimate, Verdict

NOT_KNOWN = "not known"
NONE = "-"

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WHOLE_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

VERDICTS = {
    Verdict.STRONG: ("●", "strong"),
    Verdict.SUGGESTIVE: ("◐", "suggestive"),
    Verdict.UNCLEAR: ("○", "unclear"),
    Verdict.CANNOT_TELL: ("?", "cannot tell"),
}

CHANCES = (
    (0.99, "almost certain"),
    (0.90, "very likely"),
    (0.66, "likely"),
    (0.33, "about as likely as not"),
    (0.10, "unlikely"),
    (0.01, "very unlikely"),
)


def verdict(value: Verdict) -> str:
    """Name a verdict behind its shape: "● strong"."""
    return " ".join(VERDICTS[value])


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def percent(fraction: float) -> str:
    if not isfinite(fraction):
        return NOT_KNOWN
    points = round(100 * fraction)
    if points == 0 and fraction > 0:
        return "under 1%"
    return "over 99%" if points == 100 and fraction < 1 else f"{points}%"


def change(reduction: float) -> str:
    """Say a fraction of attacks prevented: "61% fewer", "9% more", "2.4 times as many"."""
    if not isfinite(reduction):
        return NOT_KNOWN
    if reduction < -9:
        return "over 10 times as many"
    points = round(100 * min(reduction, 0.999))
    if points == 0:
        return "no change"
    if points > 0:
        return f"{percent(min(reduction, 0.999))} fewer"
    return f"{-points}% more" if points > -100 else f"{1 - reduction:.1f} times as many"


def change_range(reduction: Estimate) -> str:
    """Say the interval of a reduction: "38% to 77% fewer", "9% more to 40% fewer"."""
    low, high = change(reduction.low), change(reduction.high)
    for ending in (" fewer", " more", " times as many"):
        if low.endswith(ending) and high.endswith(ending):
            smaller, larger = (low, high) if ending == " fewer" else (high, low)
            return _span(smaller.removesuffix(ending), larger.removesuffix(ending)) + ending
    return _span(low, high)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def interval(level: float) -> str:
    return f"{percent(level)} interval"


def chance(probability: float) -> str:
    """Say a probability in words and digits, on the IPCC's calibrated scale (AR5 guidance note)."""
    if not isfinite(probability):
        return NOT_KNOWN
    words = (word for floor, word in CHANCES if probability >= floor)
    certain_to_none = min(max(probability, 0.001), 0.999)
    return f"{next(words, 'almost certainly not')} ({percent(certain_to_none)})"


def rate(attacks: float) -> str:
    """Write attacks a day with the digits that mean something."""
    if not isfinite(attacks):
        return NOT_KNOWN
    if attacks < 0.005:
        return "0" if attacks == 0 else "under 0.01"
    if attacks < 0.995:
        return f"{attacks:.2f}"
    return f"{attacks:.1f}" if attacks < 9.95 else f"{attacks:,.0f}"


def ratio(value: float) -> str:
    """Write how many times one thing is another, in two digits that mean something."""
    if not isfinite(value):
        return NOT_KNOWN
    if value < 0.995:
        return f"{value:.2f}"
    return f"{value:.1f}" if value < 9.95 else f"{value:,.0f}"


def rate_or_none(attacks: float | None) -> str:
    return NONE if attacks is None else rate(attacks)


def rate_range(attacks: Estimate) -> str:
    return _span(rate(attacks.low), rate(attacks.high))


def decimal(value: float) -> str:
    """Write a quantity with at most one decimal: 39.3, 240, 1,250."""
    if not isfinite(value):
        return NOT_KNOWN
    return f"{round(value, 1) + 0.0:,.1f}".removesuffix(".0")


def length(days: float) -> str:
    """Write a number of days; halves of a day matter only in the first few."""
    if not isfinite(days):
        return NOT_KNOWN
    text = _number_of_days(days)
    return f"{text} day" if text == "1" else f"{text} days"


def length_range(days: Estimate) -> str:
    if not (isfinite(days.low) and isfinite(days.high)):
        return NOT_KNOWN
    return f"{_span(_number_of_days(days.low), _number_of_days(days.high))} days"


def _number_of_days(days: float) -> str:
    return decimal(days) if days < 5 else f"{days:,.0f}"


def whole(value: float) -> str:
    return f"{value:,.0f}" if isfinite(value) else NOT_KNOWN


def whole_range(number: Estimate) -> str:
    return _span(whole(number.low), whole(number.high))


def two_decimals(value: float) -> str:
    return f"{round(value, 2) + 0.0:,.2f}" if isfinite(value) else NOT_KNOWN


def p_value(p: float) -> str:
    return "p < 0.001" if p < 0.001 else f"p = {p:.3f}"


def day(on: date) -> str:
    return f"{on.day} {month(on)}"


def month(on: date) -> str:
    return f"{MONTHS[on.month - 1]} {on.year}"


def day_range(from_on: date, to_on: date) -> str:
    """Write dates from one to another, saying month and year once where they agree."""
    if from_on == to_on:
        return day(to_on)
    if (from_on.year, from_on.month) == (to_on.year, to_on.month):
        return f"{from_on.day} to {day(to_on)}"
    if from_on.year == to_on.year:
        return f"{from_on.day} {MONTHS[from_on.month - 1]} to {day(to_on)}"
    return f"{day(from_on)} to {day(to_on)}"


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
