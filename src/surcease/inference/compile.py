from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numba


def kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile to machine code, cached on disk, without the interpreter lock.

    A product and a sum may be fused, which only adds precision. With NUMBA_DISABLE_JIT=1 the
    function runs as plain Python, which is how its lines are covered by tests.
    """
    return cast("Callable[P, R]", _compiler({"contract"})(function))


def summing_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile like `kernel`, but let sums be taken in any order so that they vectorise.

    Not for code whose meaning is in the rounding.
    """
    return cast("Callable[P, R]", _compiler({"contract", "reassoc", "nsz"})(function))


def _compiler(relaxed: set[str]) -> Any:
    return numba.njit(cache=True, nogil=True, error_model="numpy", fastmath=relaxed)
