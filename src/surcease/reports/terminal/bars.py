from __future__ import annotations

from collections.abc import Sequence
from math import ceil

BLOCKS = " ▁▂▃▄▅▆▇█"
UNKNOWN = "░"
STEPS = len(BLOCKS) - 1


def bars(values: Sequence[float | None], rows: int) -> list[str]:
    """Draw values as bars, the top row first; the largest fills every row, None is unknown."""
    top = max((value for value in values if value is not None), default=0.0)
    steps = [_steps(value, top, rows) for value in values]
    return ["".join(_block(each, row) for each in steps) for row in reversed(range(rows))]


def _steps(value: float | None, top: float, rows: int) -> int | None:
    """Round up, so that the smallest rate above zero still shows."""
    if value is None:
        return None
    return ceil(value / top * rows * STEPS) if top > 0 else 0


def _block(steps: int | None, row: int) -> str:
    if steps is None:
        return UNKNOWN if row == 0 else " "
    return BLOCKS[min(max(steps - row * STEPS, 0), STEPS)]
