"""What a benchmark asks of the engine, and what one run found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of the table of claims.

    Attributes
    ----------
    what, against
        What was measured, and what it was held against.
    measured
        In `unit`; None where it could not be measured.
    least, most
        The bar; None where there is none on that side.
    why_not
        Why it was not measured.
    """

    what: str
    against: str
    measured: float | None
    unit: str = "times"
    least: float | None = None
    most: float | None = None
    why_not: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where nothing was measured."""
        if self.measured is None:
            return None
        enough = self.least is None or self.measured >= self.least
        return enough and (self.most is None or self.measured <= self.most)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one part of the benchmark found: rows of the table, and a section with the details."""

    claims: tuple[Claim, ...]
    section: str


def claims_table(claims: tuple[Claim, ...]) -> str:
    rows = [(each.what, each.against, measured(each), bar(each), verdict(each)) for each in claims]
    return table(("what", "against", "measured", "asked", ""), rows)


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [header, ("---",) * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def measured(claim: Claim) -> str:
    if claim.measured is None:
        return f"not measured: {claim.why_not}"
    return f"{figure(claim.measured)} {claim.unit}"


def bar(claim: Claim) -> str:
    if claim.least is None and claim.most is None:
        return ""
    if claim.most is None:
        return f"at least {claim.least:g}"
    if claim.least is None:
        return f"at most {claim.most:g}"
    return f"{claim.least:g} to {claim.most:g}"


def verdict(claim: Claim) -> str:
    if claim.met is None or (claim.least is None and claim.most is None):
        return ""
    return "met" if claim.met else "**not met**"


def figure(value: float) -> str:
    """Return three figures of a number, and never a power of ten."""
    if abs(value) >= 100.0:
        return f"{value:.0f}"
    return f"{value:#.3g}".rstrip(".")
