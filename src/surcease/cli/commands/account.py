from __future__ import annotations

from typing import Annotated

import typer

from surcease.cli.app_data import Data, ask_twice, start_app


def command(
    data: Data = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove the password.")] = False,
) -> None:
    """Set the password with which other devices open the app.

    It is asked for, never taken from the command line. `surcease serve` on this machine alone needs
    none.
    """
    start_app(data)
    from surcease.web.access import account

    if remove:
        account.remove()
        print("The password is removed; the app can be opened on this machine alone.")
        return
    account.set_password(ask_twice("New password"))
    print("The password is set. Other devices: surcease serve --host ... --allowed-host ...")
