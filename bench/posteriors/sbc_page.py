"""The result of simulation-based calibration as a page of the docs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from posteriors.ranks import CLUMPED, HOPEFUL, MODEL, STRANGER

type Row = dict[str, Any]

PREFACE = """\
# Simulation-based calibration

Written by `make sbc`; nothing here is typed by hand. All ranks are in [sbc.json](sbc.json).

Does the engine compute the posterior of the model that it claims to compute? Parameters are drawn
from the prior, a diary is drawn from the model with these parameters, and the diary is fitted. If
all of it belongs together, the truth is a draw from its own posterior like any other, so that its
rank among {draws} draws of the posterior is uniform on 0 to {draws} (Talts and others 2018,
arXiv:1804.06788). The diary has {days} days with doses of a pulse treatment and steps of a regimen,
some of the days cut in two at a dose; the simulator shares no code with the engine.

- *mean rank*: of ranks between 0 and 1; 0.5 if the posterior lies neither too low nor too high.
- *in 50%*, *in 90%*: how often central intervals of the posterior hold the truth.
- *chi-square*: of the histogram of ranks.
- *ECDF*: of the largest departure of the empirical distribution function from a straight line, by
  its simultaneous band (Säilynoja, Bürkner and Vehtari 2022, Statistics and Computing 32:32).

Both p-values are multiplied by the number of tests in their table, so that at most one in {alarms}
tables of a right posterior has a quantity that is called not uniform (bold). `log density` is that
of the parameters given the diary, which also sees dependence between them.

![How far the distribution of ranks is from uniform](sbc.svg)
"""

FITS = """\
Fits that call themselves unreliable: {unreliable} of {number}; they count like all others. Pareto k
is below 0.5 in {k} of the fits and at most {highest:.2f}. Effective draws for each that counts:
{efficiency} in the median fit. The median diary has {attacks:.0f} attacks and {unknown:.0f} unknown
days.
"""

TWINS = """\
## What it would notice

The same table where something is wrong.

- *{hopeful}*: the same fits, weighed anew for priors of
  the effects that are lower by their own standard deviation.
- *{clumped}*: the counts follow half of the dispersion parameter that
  is ranked.
- *{stranger}*: the same fits, ranking another draw from the prior.
"""

HEADINGS = ("quantity", "mean rank", "in 50%", "in 90%", "chi-square", "ECDF")


def page(table: Row) -> str:
    preface = PREFACE.format(
        draws=table["draws"], days=table["days"], alarms=round(1 / table["false_alarm"])
    )
    parts = [preface, section(table, MODEL, 2), fits(table)]
    parts += [TWINS.format(hopeful=HOPEFUL, clumped=CLUMPED, stranger=STRANGER)]
    return "\n".join([*parts, *(section(table, each, 3) for each in (HOPEFUL, CLUMPED, STRANGER))])


def fits(table: Row) -> str:
    found = table["fits"]
    return FITS.format(
        number=table["simulations"][MODEL],
        unreliable=found["unreliable"],
        k=percent(found["pareto_k_below_half"]),
        highest=found["pareto_k_highest"],
        efficiency=percent(found["median_efficiency"]),
        attacks=found["median_attacks"],
        unknown=found["median_unknown_days"],
    )


def section(table: Row, world: str, level: int) -> str:
    title = f"{'#' * level} {world[0].upper()}{world[1:]}"
    number = f"{table['simulations'][world]} simulated diaries."
    return "\n".join([title, "", number, "", *rows(table["quantities"][world]), ""])


def rows(quantities: Mapping[str, Row]) -> list[str]:
    head = ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS)]
    return [*head, *(row(name, each) for name, each in quantities.items())]


def row(name: str, found: Row) -> str:
    cells = (
        f"`{name}`" if found["uniform"] else f"**`{name}`**",
        f"{found['mean_rank']:.2f}",
        percent(found["within_50"]),
        percent(found["within_90"]),
        f"{found['chi_square_p']:.2g}",
        f"{found['ecdf_p']:.2g}",
    )
    return "| " + " | ".join(cells) + " |"


def percent(share: float) -> str:
    return f"{100 * share:.0f}%"
