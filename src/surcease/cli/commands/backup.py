from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from surcease.cli.app_data import Data, start_app


def command(
    file: Annotated[
        Path, typer.Argument(help="File to write, or a folder for one named after the day.")
    ],
    data: Data = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over a backup that is there.")
    ] = False,
) -> None:
    """Save everything in the app's diary as one file, also while the app is running.

    It is encrypted if the diary is.
    """
    start_app(data)
    from surcease.web.store.backup import back_up
    from surcease.web.store.nudge import note_backup

    written = back_up(file, replace=replace)
    note_backup()
    print(f"backed up: {written}")
