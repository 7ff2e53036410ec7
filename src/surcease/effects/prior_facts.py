from __future__ import annotations

from datetime import date

from surcease.formulary import Treatment, default_fact


def prior_value(known: Treatment | None, name: str, on: date) -> tuple[float, str]:
    """Return a number of the formulary as of a date, or its default for treatments without one."""
    fact = known.fact(name, on) if known else None
    used = fact or default_fact(name)
    return float(used.value), used.unit
