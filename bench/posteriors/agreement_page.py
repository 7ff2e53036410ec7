"""How far importance sampling and NUTS agree, as a page of the docs."""

from __future__ import annotations

from typing import Any

from posteriors.agreement_verdict import agrees

type Row = dict[str, Any]

PREFACE = """\
# Agreement with NUTS

Written by `make agreement`; nothing here is typed by hand. All numbers are in
[agreement.json](agreement.json).

The same posterior by two samplers: the importance sampling that every analysis uses, and NUTS on
the same density, {chains} chains of {draws} draws or more. The diaries are simulated: the
[scenarios of the simulator](simulator.md) in turn, one to three years long.

A mean agrees if it is within {tolerance:g} posterior standard deviations, a standard deviation if
it is within {percent}. Chains have a Monte Carlo error of their own, which must not count against
the other sampler: a gap is too wide where it is wider than that by more than {errors:g} Monte Carlo
standard errors of the chains (ArviZ's `mcse`). The error of the importance sampling is not allowed
for: its draws are what an analysis has. The columns *within* count without any allowance.
"""

SUMMARY = """\
Compared are {compared} of {diaries} diaries. In {unreliable} the importance sampling says of itself
that it cannot be trusted (Pareto k above {worst}, or too few effective draws), and in {lost} NUTS
did not converge.

| | smallest | quartile | median | quartile | largest | |
|---|---|---|---|---|---|---|
| Pareto k | {k} | below 0.5: {k_good} |
| effective draws for each that counts | {efficiency} | above 50%: {efficient} |

Diaries in which every mean and every standard deviation agrees: {whole}.
A posterior whose priors of `log_return` and of every effect are moved by their own standard
deviation is told apart from NUTS in {noticed} of the diaries.
"""

HEADINGS = (
    "quantity", "compared", "means that agree", "within", "sds that agree", "within",
    "average gap of means", "of sds", "widest gap of means", "of sds",
)  # fmt: skip

DIARIES = """\
## Diary by diary

*Gaps* are those that are too wide, of means in standard deviations and of standard deviations as a
share.

| diary | days | Pareto k | effective draws | draws | R-hat of NUTS | gaps |
|---|---|---|---|---|---|---|
"""


def page(table: Row) -> str:
    return "\n".join([preface(table), summary(table), families(table), "", diaries(table)]) + "\n"


def preface(table: Row) -> str:
    return PREFACE.format(
        chains=table["chains"],
        draws=table["draws"],
        tolerance=table["tolerance"],
        percent=percent(table["tolerance"]),
        errors=table["chain_errors"],
    )


def summary(table: Row) -> str:
    found = table["summary"]
    return SUMMARY.format(
        compared=found["compared"],
        diaries=found["diaries"],
        unreliable=found["unreliable"],
        worst=table["worst_k"],
        lost=found["nuts_not_converged"],
        k=" | ".join(f"{each:.2f}" for each in found["pareto_k_quantiles"]),
        k_good=percent(found["pareto_k_below_half"]),
        efficiency=" | ".join(map(percent, found["efficiency_quantiles"])),
        efficient=percent(found["efficiency_above_half"]),
        whole=percent(found["diaries_that_agree"]),
        noticed=percent(found["wrong_prior_noticed"]),
    )


def families(table: Row) -> str:
    rows = {**table["summary"]["families"], "all": table["summary"]["all"]}
    head = ["| " + " | ".join(HEADINGS) + " |", "|" + "---|" * len(HEADINGS)]
    return "\n".join([*head, *(family_row(name, each) for name, each in rows.items())])


def family_row(name: str, found: Row) -> str:
    cells = (
        "all" if name == "all" else f"`{name}`",
        str(found["compared"]),
        percent(found["mean_agrees"]),
        percent(found["mean_within"]),
        percent(found["sd_agrees"]),
        percent(found["sd_within"]),
        f"{found['average_mean_gap']:+.3f} ± {found['average_mean_gap_error']:.3f}",
        f"{found['average_sd_gap']:+.3f} ± {found['average_sd_gap_error']:.3f}",
        f"{found['widest_mean_gap']:.2f}",
        f"{found['widest_sd_gap']:.2f}",
    )
    return "| " + " | ".join(cells) + " |"


def diaries(table: Row) -> str:
    return DIARIES + "\n".join(map(diary_row, table["diaries"]))


def diary_row(row: Row) -> str:
    cells = (
        f"`{row['scenario']}`, {row['seed']}",
        str(row["days"]),
        f"{row['pareto_k']:.2f}" if row["reliable"] else f"{row['pareto_k']:.2f}, not trusted",
        f"{row['ess']:.0f}",
        str(row["draws"]),
        f"{row['nuts_rhat']:.3f}" if row["nuts_converged"] else f"**{row['nuts_rhat']:.3f}**",
        ", ".join(wide_gaps(row)),
    )
    return "| " + " | ".join(cells) + " |"


def wide_gaps(row: Row) -> list[str]:
    return [
        f"{part} of `{name}` {gap[part]:+.2f}"
        for name, gap in row["gaps"].items()
        for part in ("mean", "sd")
        if not agrees(gap, part)
    ]


def percent(share: float) -> str:
    return f"{100 * share:.0f}%"
