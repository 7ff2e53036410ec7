"""What a person chose on the page, as choices, and the choices as text for another process."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.http import QueryDict

from surcease.reports.choices import Paper, Part, Private, Reader, ReportChoices


def choices_of(sent: QueryDict) -> ReportChoices:
    """Read a form. Raises ValueError (DiaryError is one) for what cannot be a choice."""
    return ReportChoices(
        reader=Reader(sent.get("reader", Reader.DOCTOR)),
        paper=Paper(sent.get("paper", Paper.A4)),
        from_on=_day(sent.get("from_on", "")),
        to_on=_day(sent.get("to_on", "")),
        leave_out=frozenset(map(Part, sent.getlist("leave_out"))),
        without_treatments=frozenset(sent.getlist("without")),
        put_in=frozenset(map(Private, sent.getlist("put_in"))),
    )


def as_text(choices: ReportChoices) -> str:
    told: dict[str, Any] = {
        "reader": choices.reader,
        "paper": choices.paper,
        "from_on": choices.from_on and choices.from_on.isoformat(),
        "to_on": choices.to_on and choices.to_on.isoformat(),
        "leave_out": sorted(choices.leave_out),
        "without_treatments": sorted(choices.without_treatments),
        "put_in": sorted(choices.put_in),
    }
    return json.dumps(told)


def from_text(text: str) -> ReportChoices:
    told = json.loads(text)
    return ReportChoices(
        reader=Reader(told["reader"]),
        paper=Paper(told["paper"]),
        from_on=_day(told["from_on"] or ""),
        to_on=_day(told["to_on"] or ""),
        leave_out=frozenset(map(Part, told["leave_out"])),
        without_treatments=frozenset(told["without_treatments"]),
        put_in=frozenset(map(Private, told["put_in"])),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text.strip() else None
