"""The first run after installing, which has everything to compile, and the second."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from speed.claims import Finding, figure, table
from speed.part import say
from speed.processes import Cost, run
from speed.whole_process import EXAMPLE

ROOT = Path(__file__).parents[2]
ANALYZE = (sys.executable, "-c", "from surcease.cli import run; run()", "analyze", EXAMPLE)

NOTE = """\
A fresh copy of the package, which has nothing compiled. What is compiled is kept beside the
package, or in the user's cache folder where that cannot be written to, until the source changes.
The first run says so before it compiles.
"""


def main() -> None:
    with TemporaryDirectory() as folder:
        environment = fresh_copy(Path(folder))
        first, second = (run(ANALYZE, environment) for _ in range(2))
    shown = table(
        ("run", "seconds", "processor seconds", "peak memory, MB"),
        [row("first", first), row("second", second)],
    )
    say(Finding((), f"{NOTE}\n{shown}\n"))


def fresh_copy(folder: Path) -> dict[str, str]:
    """Copy the package without anything compiled; return the environment in which it is found."""
    shutil.copytree(
        ROOT / "src/surcease", folder / "surcease", ignore=shutil.ignore_patterns("__pycache__")
    )
    return {**os.environ, "PYTHONPATH": str(folder), "HOME": str(folder)}


def row(name: str, cost: Cost) -> tuple[str, ...]:
    return name, *(figure(each) for each in cost)


if __name__ == "__main__":
    main()
