"""What was tried, in sentences: how much, when, for how long, and how attacks went."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from itertools import pairwise

from surcease.diary import Regimen
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.attack_rates import Counted
from surcease.reports.tried import AmountGiven, Tried

MOST_AMOUNTS = 3
MOST_STRETCHES = 4


def dates(found: Tried) -> str:
    if found.goes_on:
        return _since(found.first_on)
    return words.day_range(found.first_on, found.last_on)


def _since(on: date) -> str:
    return _("since {day}").format(day=words.day(on))


def how_long(found: Tried) -> str:
    return words.count(found.days, "day")


def how_much(found: Tried) -> str:
    """Say what was given: "39 doses: 2 g (37), 2.5 g (2)", "240 mg a day, then 360 mg a day"."""
    return "; ".join(filter(None, (_doses(found), _regimens(found))))


def _doses(found: Tried) -> str:
    if not found.times:
        return ""
    said = words.count(found.times, "dose")
    amounts = [each for each in found.amounts if each.amount is not None]
    if not amounts:
        return _("{doses}, amount not written down").format(doses=said)
    shown = [_amount(each, alone=len(found.amounts) == 1) for each in amounts[:MOST_AMOUNTS]]
    rest = found.times - sum(each.times for each in amounts[:MOST_AMOUNTS])
    others = [_("other ({number})").format(number=f"{rest:,}")] if rest else []
    return f"{said}: {', '.join([*shown, *others])}"


def _amount(given: AmountGiven, *, alone: bool) -> str:
    quantity = sentences.amount(given.amount or 0.0, given.unit)
    each = _("{amount} each").format(amount=quantity)
    return each if alone else f"{quantity} ({given.times:,})"


def _regimens(found: Tried) -> str:
    if not found.regimens:
        return ""
    levels = [_daily(each) for each in found.regimens]
    changes = levels[:1] + [then for now, then in pairwise(levels) if now != then]
    if len(changes) > MOST_STRETCHES:
        changes = [*changes[: MOST_STRETCHES - 1], "…", changes[-1]]
    return reduce(_then, changes)


def _then(before: str, after: str) -> str:
    return _("{before}, then {after}").format(before=before, after=after)


def _daily(regimen: Regimen) -> str:
    return sentences.a_day(regimen.amount_per_day, regimen.unit)


def stretches(found: Tried) -> Iterator[str]:
    """Say each daily amount with its dates and, where it is known, why it ended."""
    for each in found.regimens:
        span = words.day_range(each.from_on, each.to_on) if each.to_on else _since(each.from_on)
        said = f"{_daily(each)}, {span}"
        why = each.reason_stopped.strip()
        ended = _("{stretch}; ended because: {why}").format(stretch=said, why=why)
        yield ended if why else said


def why_stopped(found: Tried) -> str:
    if found.reasons_stopped:
        return "; ".join(found.reasons_stopped)
    if found.goes_on:
        return _("still going on")
    return _("not written down") if found.regimens else words.NONE


def weekly(counted: Counted | None) -> str:
    """Say a counted rate: "4.2 attacks a week (26 of 28 days known)"."""
    if counted is None:
        return _("no day of the diary")
    known = _("{known} of {days} known").format(
        known=f"{counted.known_days:,}", days=words.count(counted.days, "day")
    )
    if counted.per_week is None:
        return _("unknown ({known})").format(known=known)
    rate = words.rate(counted.per_week)
    return _("{rate} attacks a week ({known})").format(rate=rate, known=known)


def around(found: Tried) -> str:
    """Say how attacks went before, during and after, as they were counted."""
    parts = [
        _("in the four weeks before: {rate}").format(rate=weekly(found.before)),
        _("from the first day to the last: {rate}").format(rate=weekly(found.during)),
    ]
    if not found.goes_on:
        parts.append(_("in the four weeks after: {rate}").format(rate=weekly(found.after)))
    return "; ".join(parts)
