"""Amounts and times as findings say them."""

from __future__ import annotations

from datetime import date, timedelta

from surcease.formulary import Fact
from surcease.formulary.wording import unit_in_words


def amount_in_words(amount: float, unit: str) -> str:
    return f"{amount:g} {unit_in_words(unit)}"


def fact_number(fact: Fact) -> float:
    """Return the number of a fact that is one."""
    if isinstance(fact.value, str):
        raise TypeError(f"{fact.value!r} is no number")
    return fact.value


MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def dated(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def after_in_words(gap: timedelta, other: str) -> str:
    """Say how long after another dose: "3 h 30 min after Oxygen", "together with Oxygen"."""
    return f"{gap_in_words(gap)} after {other}" if gap else f"together with {other}"


def gap_in_words(gap: timedelta) -> str:
    minutes, seconds = divmod(int(gap.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min"), (seconds, "s")]
    return " ".join(f"{value} {unit}" for value, unit in parts if value) or "no time"
