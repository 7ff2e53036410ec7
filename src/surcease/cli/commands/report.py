from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from surcease.cli.commands.analyze import SIMULATED, analyzed, is_simulated
from surcease.cli.options import DiaryPath, Seed, ZoneOfExport

if TYPE_CHECKING:
    from surcease.reports.choices import Part, Private

DAY = ["%Y-%m-%d"]


class For(StrEnum):
    doctor = "doctor"
    insurer = "insurer"


class On(StrEnum):
    a4 = "a4"
    letter = "letter"


class PutIn(StrEnum):
    notes = "notes"
    ideation = "ideation"


def command(
    path: DiaryPath,
    *,
    pdf: Annotated[Path, typer.Option("--pdf", help="Write the report to this file.")],
    reader: Annotated[
        For, typer.Option("--for", help="Two pages for the doctor, or a pack for the insurer.")
    ] = For.doctor,
    from_on: Annotated[
        datetime | None, typer.Option("--from", help="First day to speak of.", formats=DAY)
    ] = None,
    to_on: Annotated[
        datetime | None, typer.Option("--to", help="Last day to speak of.", formats=DAY)
    ] = None,
    leave_out: Annotated[
        list[str] | None,
        typer.Option(
            help="acute, safety, labs, timeline, evidence, entries, or a treatment; repeatable.",
            metavar="WHAT",
        ),
    ] = None,
    put_in: Annotated[
        list[PutIn] | None,
        typer.Option(help="What is private and left out unless you put it in; repeatable."),
    ] = None,
    paper: Annotated[On, typer.Option(help="Size of the paper.")] = On.a4,
    seed: Seed = 0,
    zone: ZoneOfExport = None,
) -> None:
    """Write a report as a PDF: two pages for the doctor, or a longer pack for the insurer.

    You choose the period and what is left out. Notes are not in it unless you put them in, and
    neither is anything that speaks of not wanting to live.
    """
    from surcease.cli.reading import read_diaries, say_what_to_know
    from surcease.cli.report_file import PDF, check_place, write_bytes
    from surcease.reports.choices import Paper, Reader, ReportChoices
    from surcease.reports.pdf import render_pdf
    from surcease.reports.period_sentences import NO_DAYS_IN_PERIOD

    parts, treatments = told_apart(leave_out or [])
    choices = ReportChoices(
        reader=Reader(reader),
        paper=Paper(paper),
        from_on=from_on.date() if from_on else None,
        to_on=to_on.date() if to_on else None,
        leave_out=parts,
        without_treatments=treatments,
        put_in=chosen(put_in or []),
    )
    check_place(pdf, PDF)
    (imported,) = read_diaries([path], zone)
    say_what_to_know(path, imported)
    diary = imported.diary
    analysis = analyzed(diary, seed=seed, checks=False)
    notice = SIMULATED if is_simulated(diary) else None
    write_bytes(pdf, render_pdf(diary, analysis, choices, notice))
    typer.echo(f"Report: {pdf.resolve()}")
    if (days := analysis.days) and not choices.meets(days.from_on, days.to_on):
        typer.echo(f"{path}: {NO_DAYS_IN_PERIOD}", err=True)


def told_apart(leave_out: list[str]) -> tuple[frozenset[Part], frozenset[str]]:
    """Tell parts of a report from treatments, by name."""
    from surcease.reports.choices import Part

    parts = {each.value: each for each in Part}
    named = [each.strip() for each in leave_out if each.strip()]
    return (
        frozenset(parts[each.lower()] for each in named if each.lower() in parts),
        frozenset(each for each in named if each.lower() not in parts),
    )


def chosen(put_in: list[PutIn]) -> frozenset[Private]:
    from surcease.reports.choices import Private

    return frozenset(Private(each) for each in put_in)
