from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8377,
    data: Annotated[
        Path | None,
        typer.Option(help="Folder of the app's diary, if not your data directory.", metavar="DIR"),
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the app in the browser.")] = True,
) -> None:
    """Open the diary in the browser: log attacks, and see what the engine knows.

    It listens on this machine alone, and lets in who holds the link that it prints, once. Ctrl-C
    stops it.
    """
    from surcease.cli.app_data import use_data

    use_data(data)
    from surcease.web.start import start

    start()
    from surcease.web.serve import Address, serve

    serve(Address("127.0.0.1", port), say, open_browser=browser)


def say(link: str) -> None:
    print(f"The diary is open at {link}", flush=True)
    print("This link works once, within ten minutes. Ctrl-C stops the app.", flush=True)
