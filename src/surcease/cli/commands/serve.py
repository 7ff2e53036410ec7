from __future__ import annotations

import os
from typing import Annotated

import typer

from surcease.cli.app_data import Data, start_app


def command(
    data: Data = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8377,
    browser: Annotated[bool, typer.Option(help="Open the app in the browser.")] = True,
    host: Annotated[
        str, typer.Option(help="Address to listen on; another than 127.0.0.1 needs an account.")
    ] = "127.0.0.1",
    allowed_host: Annotated[
        str,
        typer.Option(
            help="Name or address by which other devices reach the app.",
            envvar="SURCEASE_ALLOWED_HOST",
        ),
    ] = "",
    behind_https: Annotated[
        bool, typer.Option("--behind-https", help="Something in front of the app speaks HTTPS.")
    ] = False,
) -> None:
    """Open the diary in the browser: log attacks, and see what the engine knows.

    It listens on this machine alone, and lets in who holds the link that it prints, once. Run again
    while it is open, it prints a new link. Ctrl-C stops it. For other devices see `account`.
    """
    os.environ["SURCEASE_ALLOWED_HOST"] = allowed_host
    os.environ["SURCEASE_BEHIND_HTTPS"] = str(int(behind_https))
    start_app(data)
    from surcease.web.serve import Address, serve

    serve(Address(host, port), say, open_browser=browser)


def say(link: str) -> None:
    print(f"The diary is open at {link}", flush=True)
    print("This link works once, within ten minutes. Ctrl-C stops the app.", flush=True)
