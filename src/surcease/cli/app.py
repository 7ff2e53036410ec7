from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import Annotated

import typer

import surcease.cli.commands
from surcease.diary.errors import DiaryError
from surcease.version import __version__

COLLECT_AFTER = 100_000
"""Objects made before cycles are looked for: imports make many objects and no cycles."""

app = typer.Typer(
    name="surcease",
    help="Which cluster-headache treatment works, by how much, for how long: from your own diary.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"surcease {__version__}")
        raise typer.Exit


@app.callback()
def before_any_command(
    _: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", is_eager=True, callback=say_version
        ),
    ] = False,
) -> None:
    pass


def register_commands(asked_for: str = "") -> None:
    """Add the modules of `cli/commands`: each one's `command` function, named after the module.

    Only the one that is asked for, if there is such a one: making all takes ten times as long.
    """
    modules = sorted(each.name for each in iter_modules(surcease.cli.commands.__path__))
    by_name = {module.strip("_").replace("_", "-"): module for module in modules}
    names = [asked_for] if asked_for in by_name else by_name
    for name in names:
        loaded = import_module(f"surcease.cli.commands.{by_name[name]}")
        app.command(name)(loaded.command)


def run() -> None:
    """Run the command line.

    A bad diary, a file of the app that SQLite cannot use, or a disk or system that refuses, ends
    with a message and exit code 1, never a traceback. Letters that the terminal's encoding lacks
    are shown as "?".
    """
    gc.set_threshold(COLLECT_AFTER)
    atexit.register(gc.freeze)  # looking for cycles in what ends anyway takes a fifth of a command
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # matrices are small: threads only wait
    register_commands(asked_for="".join(sys.argv[1:2]))
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        run_and_flush()
    except DiaryError as error:
        sys.exit(f"surcease: {error}")
    except OSError as error:
        drop_output()
        sys.exit(f"surcease: {': '.join(filter(None, (error.filename, error.strerror)))}")
    except Exception as error:
        from surcease.cli.file_trouble import file_trouble

        trouble = file_trouble(error)
        if trouble is None:
            raise
        sys.exit(f"surcease: {trouble}")


def run_and_flush() -> None:
    """Run the command and write out what it printed, so that a refusal is noticed here."""
    try:
        app()
    finally:
        sys.stdout.flush()


def drop_output() -> None:
    """Let what could not be written go, or the interpreter would try again at its end."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  its file number is wanted
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
