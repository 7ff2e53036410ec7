"""Time and peak memory of a whole process, as the operating system counts them.

Only what is imported here adds to a child's peak memory before it starts, so this imports little.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from time import perf_counter
from typing import NamedTuple

BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """What one process took.

    Attributes
    ----------
    seconds : float
        On the clock, from start to end.
    processor_seconds : float
    megabytes : float
        Largest resident memory, in millions of bytes.
    """

    seconds: float
    processor_seconds: float
    megabytes: float


def run(command: tuple[str, ...], environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command, its output thrown away.

    Raises
    ------
    RuntimeError
        It does not end with 0.
    """
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    started = perf_counter()
    child = os.posix_spawn(
        command[0],
        command,
        os.environ if environment is None else environment,
        file_actions=silence,
    )
    _, status, used = os.wait4(child, 0)
    taken = perf_counter() - started
    if status != 0:
        raise RuntimeError(f"{command} ended with status {os.waitstatus_to_exitcode(status)}")
    return Cost(taken, used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_OF_MAXRSS / 1e6)
