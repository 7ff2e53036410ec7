from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

COMPILING = "First run on this machine: compiling the engine, which takes a minute or two, once."


@contextmanager
def progress_after(seconds: float, label: str = "Fitting") -> Iterator[Callable[[float], None]]:
    """Say on standard error what takes long, so that nobody thinks that it hangs.

    That kernels are compiled is said anywhere; a bar is shown on terminals only, once something has
    taken so many seconds. The yielded function takes the share done, 0 to 1.
    """
    from surcease.inference.compile import before_compiling

    with before_compiling(lambda: typer.echo(COMPILING, err=True)):
        if not sys.stderr.isatty():
            yield lambda _: None
            return
        with bar_after(seconds, label) as tell:
            yield tell


@contextmanager
def bar_after(seconds: float, label: str) -> Iterator[Callable[[float], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    started = time.monotonic()
    bar = Progress(TextColumn(label), BarColumn(), console=Console(stderr=True), transient=True)
    task = bar.add_task(label, total=1.0)

    def tell(share: float) -> None:
        if time.monotonic() - started >= seconds and not bar.live.is_started:
            bar.start()
        bar.update(task, completed=share)

    try:
        yield tell
    finally:
        if bar.live.is_started:
            bar.stop()
