"""What each part of the model is for, as a page of the docs."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from calibration.page import percent, standard_error

type Row = dict[str, Any]

PREFACE = """\
# What each part of the model is for

Written by `make ablate`; nothing here is typed by hand. Each part of [the
model](../explanation/model.md) is taken away, all others staying, in
[situations](simulator.md) in which it should matter. *held* is the share of 95% intervals that hold
the truth of the mean effect over the first 14 days after a dose, or at a daily amount; *bias* is
estimate minus truth on the scale of the reduction, *width* that of the interval on the same scale.
Where both rows agree, the effect does not hang on that part there. Remission is in the model for
what is said of bouts, of the subtype and of the days to come, too.
"""

COLUMNS = ("cell", "diaries", "model", "held", "bias", "width", "called strong")


def page(table: Row) -> str:
    head = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    parts = [PREFACE]
    for part, rows in groupby(table["rows"], lambda row: row["part"]):
        parts.append(f"## {part[0].upper()}{part[1:]}\n")
        parts.append("\n".join([*head, *(line(row) for row in rows)]) + "\n")
    error = standard_error(min(row["diaries"] for row in table["rows"]))
    parts.append(
        f"The Monte Carlo standard error of a true 95% is up to {percent(error)}: only large "
        f"differences count here.\n\nFirst seed {table['first_seed']}, digest of the model "
        f"`{table['digest'][:16]}`.\n"
    )
    return "\n".join(parts)


def line(row: Row) -> str:
    texts = (
        f"`{row['cell']}`", str(row["diaries"]), "whole" if row["whole"] else "without",
        percent(row["held"]), f"{row['bias']:+.2f}", f"{row['width']:.2f}", percent(row["strong"]),
    )  # fmt: skip
    return "| " + " | ".join(texts) + " |"
