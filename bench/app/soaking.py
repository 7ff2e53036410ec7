"""The command line of a soak: its sizes, a folder that is thrown away, and how it ended."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def run(
    description: str,
    soak: Callable[[Path, Namespace], list[str]],
    *,
    actions: int,
    kills: int,
    promise: str,
) -> None:
    """Run a soak, which returns its faults, with the sizes given if no others are asked for."""
    parser = ArgumentParser(description=description.partition("\n")[0])
    parser.add_argument("--actions", type=int, default=actions)
    parser.add_argument("--clients", type=int, default=4)
    parser.add_argument("--kills", type=int, default=kills)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        faults = soak(Path(scratch) / "data", options)
    if faults:
        sys.exit("\n".join(["FAILED", *faults]))
    print(f"nothing lost, nothing twice, {promise}")
