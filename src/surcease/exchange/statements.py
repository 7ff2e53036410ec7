"""Sentences a user can give on the command line."""

from __future__ import annotations

import re
from datetime import date

from surcease.diary.errors import DiaryError
from surcease.diary.events import Regimen, Span
from surcease.exchange.dates import DateOrder
from surcease.exchange.treatments import added_up
from surcease.formulary import Mention, recognise

_DAILY = re.compile(r"(?P<what>.+?)\s+from\s+(?P<start>\S+)(?:\s+to\s+(?P<end>\S+))?\s*")
_SPAN = re.compile(r"(?P<start>[^.\s]+)\s*\.\.\s*(?P<end>[^.\s]+)")


def read_taken_daily(text: str) -> Regimen:
    """Read "verapamil 240 mg from 2019-01-01 to 2019-06-30"; without `to` it is still going on."""
    found = _DAILY.fullmatch(text.strip())
    if found is None:
        raise DiaryError('not of the form "verapamil 240 mg from 2019-01-01 to 2019-06-30"')
    mention, end = _only_mention(found["what"]), found["end"]
    if mention.amount is None:
        raise DiaryError("its daily amount is missing, such as the 240 mg of verapamil 240 mg")
    return Regimen(
        treatment=mention.key or mention.name,
        amount_per_day=mention.amount,
        unit=mention.unit,
        from_on=_day(found["start"]),
        to_on=_day(end) if end else None,
    )


def _only_mention(text: str) -> Mention:
    mentions = added_up(recognise(text))
    if len(mentions) != 1:
        raise DiaryError("not one treatment; say each in its own --taken-daily")
    return mentions[0]


def read_span(text: str) -> Span:
    """Read "2019-01-01..2019-06-30"."""
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise DiaryError('not of the form "2019-01-01..2019-06-30"')
    return Span(_day(found["start"]), _day(found["end"]))


def read_date_order(text: str) -> DateOrder:
    try:
        return DateOrder(text.strip().lower())
    except ValueError as error:
        raise DiaryError(f"none of {', '.join(DateOrder)}") from error


def read_treatment_name(text: str) -> tuple[str, str]:
    """Read "tank=oxygen": the patient's own name, and what it stands for."""
    name, sign, meaning = text.partition("=")
    if not (name.strip() and sign and meaning.strip()):
        raise DiaryError('not of the form "tank=oxygen"')
    return name.strip(), meaning.strip()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DiaryError("not a date such as 2019-01-01") from error
