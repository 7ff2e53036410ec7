from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

import numba

SOURCES = Path(__file__).parent


def kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile to machine code, cached on disk, without the interpreter lock.

    A product and a sum may be fused, which only adds precision. With NUMBA_DISABLE_JIT=1 the
    function runs as plain Python, which is how its lines are covered by tests.
    """
    return cast("Callable[P, R]", _compile(function, {"contract"}))


def summing_kernel[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    """Compile like `kernel`, but let sums be taken in any order so that they vectorise.

    Not for code whose meaning is in the rounding.
    """
    return cast("Callable[P, R]", _compile(function, {"contract", "reassoc", "nsz"}))


def _compile(function: Callable[..., Any], relaxed: set[str]) -> Any:
    """Compile with a cache of our own: numba's does not notice a change in a called function."""
    settings: Any = numba.config
    elsewhere = settings.CACHE_DIR
    settings.CACHE_DIR = str(cache_folder())
    try:
        return numba.njit(cache=True, nogil=True, error_model="numpy", fastmath=relaxed)(function)
    finally:
        settings.CACHE_DIR = elsewhere


@cache
def cache_folder() -> Path:
    """Return where compiled code is kept: one folder for each state of this package's source."""
    beside = SOURCES / "__pycache__"
    writable = os.access(beside if beside.exists() else SOURCES, os.W_OK)
    base = beside if writable else Path.home() / ".cache" / "surcease"
    return base / f"compiled-{source_digest()[:16]}"


@cache
def source_digest() -> str:
    """Return the SHA-256 of the package's source, hexadecimal."""
    whole = sha256()
    for path in sorted(SOURCES.glob("*.py")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
