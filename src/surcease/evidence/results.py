from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

DATA = files("surcease.evidence") / "data"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of how many."""

    yes: int
    of: int


@dataclass(frozen=True, slots=True)
class Result:
    """One published result: what was counted, and how it was read.

    Parameters
    ----------
    unit
        What was counted: patients, attacks, infusions, courses.
    control
        The other arm, or None.
    reconstructed
        The counts follow from a published percentage; else they are as reported.
    subtype, mixed
        Of those treated, where it is one; what is mixed in them, where that matters.
    asks
        What the result is about: benefit, harm, whom it helps, the disease.
    """

    key: str
    study: str
    outcome: str
    unit: str
    design: str
    treated: Counts
    control: Counts | None
    reconstructed: bool
    source: str
    note: str
    treatment: str | None
    subtype: str
    mixed: str
    asks: str

    @property
    def controlled(self) -> bool:
        """Whether a treatment was given to one arm and not to the other."""
        return self.design in {"parallel", "crossover"}

    @property
    def trial(self) -> str:
        """The study as a whole, where this is its result in one subtype."""
        return self.study.removesuffix("-ECH").removesuffix("-CCH")


@cache
def results() -> Mapping[str, Result]:
    """Return every published result by its key, in the order of the table."""
    rows = csv.DictReader(StringIO((DATA / "published-results.csv").read_text(encoding="utf-8")))
    subjects = tomllib.loads((DATA / "subjects.toml").read_text(encoding="utf-8"))
    return {row["id"]: _result(row, subjects[row["id"]]) for row in rows}


def _result(row: Mapping[str, str], subject: Mapping[str, Any]) -> Result:
    control = Counts(int(row["c"]), int(row["n2"])) if row["n2"] else None
    return Result(
        key=row["id"],
        study=row["study"],
        outcome=row["outcome"],
        unit=row["unit"],
        design=row["design"],
        treated=Counts(int(row["a"]), int(row["n1"])),
        control=control,
        reconstructed=row["status"] == "rec",
        source="memory" if row["key"] == "M" else row["key"],
        note=row["note"],
        treatment=subject.get("treatment"),
        subtype=subject.get("subtype", ""),
        mixed=subject.get("mixed", ""),
        asks=subject.get("asks", "benefit"),
    )
