"""Amounts and times as findings say them."""

from __future__ import annotations

from datetime import timedelta

from surcease.formulary import Fact
from surcease.formulary.wording import unit_in_words


def amount_in_words(amount: float, unit: str) -> str:
    return f"{amount:g} {unit_in_words(unit)}"


def fact_number(fact: Fact) -> float:
    """Return the number of a fact that is one."""
    if isinstance(fact.value, str):
        raise TypeError(f"{fact.value!r} is no number")
    return fact.value


def gap_in_words(gap: timedelta) -> str:
    minutes, seconds = divmod(int(gap.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "h"), (minutes, "min"), (seconds, "s")]
    return " ".join(f"{value} {unit}" for value, unit in parts if value) or "no time"
