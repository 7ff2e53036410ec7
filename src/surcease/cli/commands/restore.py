from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from surcease.cli.app_data import Data, asking, use_data


def command(
    file: Annotated[Path, typer.Argument(help="A backup, or a copy that the app kept.")],
    data: Data = None,
) -> None:
    """Put a backup in the place of the app's diary, which is kept.

    The backup is checked first; nothing changes unless it is whole.
    """
    use_data(data)
    from surcease.web.restoring import restore_from

    kept = restore_from(file, asking("Passphrase of the diary"), asking("Passphrase of the backup"))
    print(f"restored: {file}")
    if kept:
        print(f"the diary as it was is kept: {kept}")
