from __future__ import annotations

from typing import Annotated

import typer

from surcease.cli.app_data import Data, ask_twice, start_app


def command(
    data: Data = None,
    remove: Annotated[
        bool, typer.Option("--remove", help="Store the diary as plain text again.")
    ] = False,
) -> None:
    """Encrypt the app's diary with a passphrase, or change the passphrase.

    The passphrase is asked for, never taken from the command line; from then on every command of
    the app asks for it, or takes it from the variable SURCEASE_PASSPHRASE. Nobody can open the
    diary without it. Stop the app first.
    """
    start_app(data)
    from surcease.web.store.encryption import protect

    left = protect(None if remove else ask_twice("New passphrase"))
    print("The diary is no longer encrypted." if remove else "The diary is encrypted.")
    for copy in left:
        print(f"a copy with the earlier protection, delete it if you need it no more: {copy}")
