from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn


@contextmanager
def progress_after(seconds: float, label: str = "Fitting") -> Iterator[Callable[[float], None]]:
    """Show a bar on standard error once something has taken that long; in pipes, nothing.

    The yielded function takes the share done, 0 to 1.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
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
