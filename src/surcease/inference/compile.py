from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast

import numba
from numba.core.event import Event, Listener, install_listener
from numba.extending import register_jitable

from surcease.inference.kernel_cache import KernelCache


def kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile to machine code, cached on disk, without the interpreter lock.

    A product and a sum may be fused, which only adds precision. With NUMBA_DISABLE_JIT=1 the
    function runs as plain Python, which is how its lines are covered by tests.

    It assigns to no slice. That takes seconds to compile, and its error, for a slice of another
    length, would have half of the compiler imported whenever the kernel is loaded.
    """
    return cast("Callable[P, R]", _compile(function, {"contract"}))


def summing_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile like `kernel`, but let sums be taken in any order so that they vectorise.

    Not for code whose meaning is in the rounding.
    """
    return cast("Callable[P, R]", _compile(function, {"contract", "reassoc", "nsz"}))


def index_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile where a kernel calls it, and leave it plain Python elsewhere.

    For sums of a few indices, which take less time than loading their machine code.
    """
    return register_jitable(forceinline=True)(function)


def _compile(function: Callable[..., Any], relaxed: set[str]) -> Any:
    """Compile with what is called inlined.

    Otherwise a process that has just compiled would call other copies of it, which may round
    differently, than one that loads the same code: the first analysis would not be the second.
    """
    compiled: Any = numba.njit(nogil=True, error_model="numpy", forceinline=True, fastmath=relaxed)(
        function
    )
    if compiled is not function:
        compiled._cache = KernelCache(function)
    return compiled


@contextmanager
def before_compiling(tell: Callable[[], None]) -> Iterator[None]:
    """Within it, call `tell` once if any kernel has to be compiled, before the first one is."""
    with install_listener("numba:compile", _FirstOnly(tell)):
        yield


class _FirstOnly(Listener):
    def __init__(self, tell: Callable[[], None]) -> None:
        self.tell = tell
        self.told = False

    def on_start(self, event: Event) -> None:  # noqa: ARG002
        if not self.told:
            self.told = True
            self.tell()

    def on_end(self, event: Event) -> None:
        pass
