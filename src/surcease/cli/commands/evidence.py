from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from surcease.formulary import Treatment


def command(
    name: Annotated[
        list[str] | None,
        typer.Argument(help="Key, brand or any other name of one treatment."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print surcease.evidence/1.")] = False,
) -> None:
    """Show published results with exact intervals, pooled, and what may mislead in them.

    With the status for cluster headache by country. Needs the extra `statistics`.
    """
    treatment = _named(" ".join(name)) if name else None
    _check_extra()
    from surcease.evidence import results
    from surcease.evidence.pools import pooled, pools

    key = treatment.key if treatment else None
    shown = [each for each in results().values() if key in (None, each.treatment)]
    put_together = [pooled(each) for each in pools() if key in (None, each.treatment)]
    if as_json:
        from surcease.evidence.contract import to_json

        typer.echo(to_json(shown, put_together).encode())  # UTF-8 on any terminal
        return
    from rich.console import Console

    from surcease.reports.evidence_report import evidence_report
    from surcease.reports.terminal.evidence import render_evidence

    report = evidence_report(treatment) if treatment else None
    render_evidence(shown, put_together, report, Console())


def _named(name: str) -> Treatment:
    from surcease.diary.errors import DiaryError
    from surcease.formulary import treatment_named

    treatment = treatment_named(name)
    if treatment is None:
        raise DiaryError(f"{name!r} is not one treatment; `surcease treatments` lists them")
    return treatment


def _check_extra() -> None:
    from importlib.util import find_spec

    from surcease.diary.errors import DiaryError

    if find_spec("statsmodels") is None:
        raise DiaryError("this needs the extra: pip install 'surcease[statistics]'")
