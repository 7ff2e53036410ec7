"""Version 7 UUIDs (RFC 9562), which sort by the time at which they were made."""

from __future__ import annotations

import os
import time
from threading import Lock
from uuid import UUID

_lock = Lock()
_last = 0


def uuid7() -> UUID:
    """Make a number that is greater than every one that this process made before."""
    global _last  # noqa: PLW0603  one counter for the process is the point
    with _lock:
        # Milliseconds and 12 bits of their fractions, which may run ahead of the clock.
        _last = max(_last + 1, time.time_ns() * 4096 // 1_000_000)
        ticks = _last
    random = int.from_bytes(os.urandom(8)) >> 2
    milliseconds, fraction = divmod(ticks, 4096)
    return UUID(int=(milliseconds << 80) | (7 << 76) | (fraction << 64) | (2 << 62) | random)
