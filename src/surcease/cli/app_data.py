"""What the commands of the app share: where its diary lies, and how its passphrase is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from surcease.diary import DiaryError

type Ask = Callable[[], str]

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        help="Folder of the app's diary, if not your data directory.",
        metavar="DIR",
        envvar="SURCEASE_DATA",
    ),
]


def use_data(data: Path | None) -> None:
    """Let the app take its diary from that folder."""
    if find_spec("django") is None:
        raise DiaryError("the app needs its extra: pip install 'surcease[web]'")
    from surcease.web.store.place import FOLDER

    if data is not None:
        os.environ[FOLDER] = str(data)


def start_app(data: Path | None) -> None:
    use_data(data)
    from surcease.web.start import start

    start(asking("Passphrase of the diary"))


def asking(question: str) -> Ask | None:
    """Return what asks on the terminal without showing the answer; None where there is none."""
    return (lambda: ask(question)) if sys.stdin.isatty() else None


def ask(question: str) -> str:
    answer: str = typer.prompt(question, hide_input=True)
    return answer


def ask_twice(question: str) -> str:
    """Ask for something new; without a terminal it is the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    answer: str = typer.prompt(question, hide_input=True, confirmation_prompt=True)
    return answer
