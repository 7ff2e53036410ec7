from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from surcease.simulation import Scenario


def list_scenarios(wanted: bool) -> None:
    from surcease.simulation import SCENARIOS

    if wanted:
        width = max(map(len, SCENARIOS))
        for scenario in SCENARIOS.values():
            print(f"{scenario.name:{width}}  {scenario.summary}")
        raise typer.Exit


def find_scenario(name: str, days: int | None) -> Scenario:
    from dataclasses import replace

    from surcease.simulation import SCENARIOS

    if name not in SCENARIOS:
        raise typer.BadParameter("no such scenario; --list shows them", param_hint="--scenario")
    return replace(SCENARIOS[name], days=days) if days else SCENARIOS[name]


def command(
    diary_dir: Annotated[Path, typer.Argument(metavar="DIARY_DIR", help="Folder to write.")],
    scenario: Annotated[str, typer.Option(help="Which patient.")] = "published_case",
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same diary.")] = 1,
    days: Annotated[
        int | None, typer.Option(min=1, max=36525, help="Length, if not the scenario's own.")
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a diary that is there.")
    ] = False,
    _: Annotated[
        bool,
        typer.Option("--list", help="Show the scenarios.", is_eager=True, callback=list_scenarios),
    ] = False,
) -> None:
    """Write a made-up diary whose truth is known.

    The truth is written beside the folder, as DIARY_DIR.truth.json.
    """
    import numpy as np

    from surcease.diary import DiaryError, write_diary
    from surcease.simulation import simulate, truth_path, write_truth

    if truth_path(diary_dir).exists() and not replace:
        raise DiaryError(f"{truth_path(diary_dir)} is already there; --replace writes over it")
    simulated = simulate(find_scenario(scenario, days), np.random.default_rng(seed))
    write_diary(simulated.diary, diary_dir, replace=replace)
    truth = write_truth(simulated.truth, seed, diary_dir)
    attacks = int(simulated.truth.attacks.sum())
    print(f"simulated {attacks} attacks on {len(simulated.truth.attacks)} days: {diary_dir}")
    print(f"the truth about them: {truth}")
