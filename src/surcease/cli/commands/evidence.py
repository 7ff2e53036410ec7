from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from surcease.cli.options import ZoneOfExport

if TYPE_CHECKING:
    from surcease.acute.analyze import AcuteAnalysis
    from surcease.analysis.result import Analysis
    from surcease.formulary import Treatment

type Own = tuple[Analysis | None, AcuteAnalysis]


def command(
    name: Annotated[
        list[str] | None,
        typer.Argument(help="Key, brand or any other name of one treatment."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print surcease.evidence/1.")] = False,
    diary: Annotated[
        Path | None,
        typer.Option(help="A diary: its own result of the treatment is put beside the published."),
    ] = None,
    zone: ZoneOfExport = None,
) -> None:
    """Show how strong the published evidence for each treatment is, or all of it for one.

    For one: results with exact intervals, pooled, what may mislead in them, and the status for
    cluster headache by country. Needs the extra `statistics`.
    """
    from surcease.diary.errors import DiaryError

    if diary and not name:
        raise DiaryError("--diary needs the name of one treatment")
    treatment = _named(" ".join(name)) if name else None
    _check_extra()
    from surcease.evidence import results
    from surcease.evidence.pools import pooled, pools

    key = treatment.key if treatment else None
    own = _own(diary, zone, treatment) if diary and treatment else None
    shown = [each for each in results().values() if key in (None, each.treatment)]
    put_together = [pooled(each) for each in pools() if key in (None, each.treatment)]
    if as_json:
        from surcease.evidence.contract import to_json

        beside = _as_json(own, treatment) if own and treatment else None
        typer.echo(to_json(shown, put_together, beside).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.reports.terminal.evidence import render_evidence, render_overview

    if treatment is None:
        render_overview(Console())
        return
    from surcease.reports.evidence_report import evidence_report
    from surcease.reports.own_result import own_result

    said = own_result(treatment.key, *own) if own else ()
    render_evidence(shown, put_together, evidence_report(treatment, said), Console())


def _own(path: Path, zone: str | None, treatment: Treatment) -> Own:
    """Analyse a diary as far as one treatment asks for: only what prevents needs the model."""
    from surcease.acute.analyze import analyze_acute
    from surcease.cli.commands.analyze import analyzed
    from surcease.cli.reading import read_diaries, say_what_to_know
    from surcease.formulary import Action

    (imported,) = read_diaries([path], zone)
    say_what_to_know(path, imported)
    prevents = treatment.action is not Action.NONE
    analysis = analyzed(imported.diary, seed=0, checks=False) if prevents else None
    return analysis, analyze_acute(imported.diary)


def _as_json(own: Own, treatment: Treatment) -> dict[str, Any]:
    from surcease.acute.contract import to_dict as acute_dict
    from surcease.analysis.contract import to_dict as analysis_dict

    analysis, acute = own
    effects = analysis_dict(analysis)["treatments"] if analysis else []
    return {
        name: [each for each in found if each["treatment"] == treatment.key]
        for name, found in (("effects", effects), ("acute", acute_dict(acute)["treatments"]))
    }


def _named(name: str) -> Treatment:
    """Return the treatment of a name; one whose forms have results of their own is not enough."""
    from surcease.cli.one_treatment import one_treatment
    from surcease.diary.errors import DiaryError
    from surcease.formulary.names import forms_of

    treatment = one_treatment(name)
    if forms := forms_of(treatment):
        raise DiaryError(f"each form has results of its own; say which: {', '.join(forms)}")
    return treatment


def _check_extra() -> None:
    from importlib.util import find_spec

    from surcease.diary.errors import DiaryError

    if find_spec("statsmodels") is None:
        raise DiaryError("this needs the extra: pip install 'surcease[statistics]'")
