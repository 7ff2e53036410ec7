"""The calibration table as a page of the docs."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import fill
from typing import Any

import numpy as np

type Row = dict[str, Any]

LOWEST, HIGHEST = 0.93, 0.97
LARGEST_BIAS = 0.05
MOST_STRONG_NULLS = 0.025
DUE_LOWEST, DUE_HIGHEST = 0.75, 0.85
STANDARD_ERRORS = 2.0
WIDTH = 100

PREFACE = """\
# Calibration

Written by `make calibrate`; nothing here is typed by hand. Each row is one treatment in one
[scenario of the simulator](simulator.md) or in a population, over that many simulated diaries. In
`patients_differ` and `episodic_patients_differ` effect, wear-off and course differ from patient to
patient, but less than the priors allow. In `drawn_from_priors` everything that the model estimates
is drawn from its prior, and in `all_drawn_from_priors` that of a patient with three pulse
treatments and a regimen, whose effects overlap.

- *held*: the share of 95% intervals that hold the truth, of the mean effect over the first 14, 28,
  56 and 84 days after a dose, or of the effect at each daily amount. *error* is the Monte Carlo
  standard error of a true 95%. Bold: outside 93 to 97% by more than two standard errors.
- *bias*: estimate minus truth on the scale of the reduction, for the same; bold beyond 0.05.
- *strong wrongly*: how often a treatment without effect, or with the opposite one, was called
  strong; bold beyond 2.5%.
- *due*: where a next due date is told, the share of its 80% intervals that hold the civil day on
  which half of the effect of the latest dose is gone.
- The last columns: the share of 95% intervals that hold the truth by the usual methods, for the
  first 14 days after a dose or the usual amount, on the same diaries.

In a scenario the truth is fixed. An interval that leans on a prior then holds it more often than
95% of the time if the truth is near the prior's centre, and less often if it is far from it,
wherever the diary says little (`one_dose`, `one_year`, `episodic`, `together`). The same goes for
the 80% of a next due date. In the populations drawn from priors truths vary as much as the priors
say: what holds there is what an interval promises. Some of their treatments make attacks several
times as many, and the mean of the errors, the bias, is mostly theirs.
"""

COLUMNS = (
    "cell", "treatment", "diaries", "held", "error", "bias", "strong", "strong wrongly",
    "cannot tell", "due", "before/after", "regression", "interrupted series",
)  # fmt: skip


def page(table: Row) -> str:
    head = ["| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]
    rows = [line(cell) for cell in table["cells"]]
    parts = [PREFACE, bars_part(table["cells"]), "\n".join([*head, *rows])]
    parts.append(reliability_part(table["reliability"]))
    parts.append(
        f"First seed {table['first_seed']}, commit `{table['commit']}`, digest of the model "
        f"`{table['digest'][:16]}`."
    )
    return "\n\n".join(parts) + "\n"


def bars_part(cells: Sequence[Row]) -> str:
    """Say of how many intervals, biases and verdicts each bar is met."""
    held = [
        (share, standard_error(cell["diaries"]))
        for cell in cells
        for share in cell["coverage"].values()
    ]
    low = sum(share < LOWEST - STANDARD_ERRORS * error for share, error in held)
    high = sum(share > HIGHEST + STANDARD_ERRORS * error for share, error in held)
    biases = [each for cell in cells for each in cell["bias"].values()]
    small = sum(abs(each) <= LARGEST_BIAS for each in biases)
    due = [cell["due"] for cell in cells if cell["due"] is not None]
    good_due = sum(DUE_LOWEST <= each <= DUE_HIGHEST for each in due)
    return fill(
        f"Of {len(held)} kinds of interval, {len(held) - low - high} hold the truth as often as "
        f"they should within Monte Carlo error, {high} more often and {low} less often. Of "
        f"{len(biases)} biases, {small} are at most {LARGEST_BIAS}. Of {len(due)} shares of next "
        f"due dates, {good_due} are between {percent(DUE_LOWEST)} and {percent(DUE_HIGHEST)}, "
        f"{sum(each > DUE_HIGHEST for each in due)} are larger.",
        WIDTH,
    )


def line(cell: Row) -> str:
    error = standard_error(cell["diaries"])
    rivals = cell["rivals"]
    texts = (
        f"`{cell['cell']}`", f"`{cell['treatment']}`", str(cell["diaries"]),
        ", ".join(flagged(percent(each), off_coverage(each, error))
                  for each in cell["coverage"].values()),
        percent(error, 1),
        ", ".join(flagged(f"{each:+.2f}", abs(each) > LARGEST_BIAS)
                  for each in cell["bias"].values()),
        percent(cell["strong"]),
        flagged(percent(cell["strong_wrongly"], 1), cell["strong_wrongly"] > MOST_STRONG_NULLS),
        percent(cell["cannot_tell"]), percent(cell["due"]),
        *(percent(rivals.get(name)) for name in COLUMNS[-3:]),
    )  # fmt: skip
    return "| " + " | ".join(texts) + " |"


def reliability_part(reliability: Row) -> str:
    rows = [
        f"| {percent(each['from'])} to {percent(each['to'])} | {each['diaries']} "
        f"| {percent(each['stated'], 1)} | {percent(each['true'], 1)} |"
        for each in reliability["bins"]
    ]
    return "\n".join(
        [
            "## Is P(fewer attacks) what it says?\n",
            "Over the four populations: where the probability of fewer attacks was stated to lie",
            "between two values, its mean, and how often there truly were fewer. Brier score",
            f"{reliability['brier']:.3f}; always stating the base rate has",
            f"{reliability['brier_of_base_rate']:.3f}.\n",
            "| stated | diaries | mean stated | truly fewer |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def standard_error(num_diaries: int) -> float:
    return float(np.sqrt(0.95 * 0.05 / num_diaries))


def off_coverage(held: float, error: float) -> bool:
    return not LOWEST - STANDARD_ERRORS * error <= held <= HIGHEST + STANDARD_ERRORS * error


def flagged(text: str, is_off: bool) -> str:
    return f"**{text}**" if is_off else text


def percent(value: float | None, digits: int = 0) -> str:
    return "" if value is None else f"{100 * value:.{digits}f}%"
