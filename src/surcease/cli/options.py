"""What several commands ask for in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DiaryPath = Annotated[
    Path,
    typer.Argument(help="A diary: our folder or .zip, or another app's export.", metavar="PATH"),
]
Seed = Annotated[int, typer.Option(help="Seed of the sampling.", min=0)]
ZoneOfExport = Annotated[
    str | None,
    typer.Option(help="Time zone of an export without one, such as Europe/Copenhagen."),
]
