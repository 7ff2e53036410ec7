"""Machine code kept on disk, so that only a first run compiles.

Numba's own cache does not notice a change in a function that a kernel calls, readies the whole
compiler before it looks, and uses no folder that it may not write to.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from os import getpid
from pathlib import Path
from typing import Any

import numba
from llvmlite import binding
from numba.core import serialize
from numba.core.compiler import CompileResult
from numba.core.runtime.nrt import rtsys

SOURCES = Path(__file__).parent
BUILD = f"numba {numba.__version__}, {sys.implementation.cache_tag}"

packed: Any = serialize.dumps
unpacked: Any = CompileResult._rebuild


class KernelCache:
    """What a numba dispatcher asks of its cache: one file for each signature and processor."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.name = f"{function.__module__}.{function.__qualname__}"

    def load_overload(self, signature: Any, target: Any) -> Any:
        """Return the compiled kernel, or None where it has to be compiled."""
        rtsys.initialize(target)
        name = self._file_name(signature, target.codegen())
        for folder in folders():
            # A file that cannot be read, or not to its end, is compiled again.
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                kept = pickle.loads((folder / name).read_bytes())  # noqa: S301  our own file
                return rebuilt(target, *kept)
        return None

    def save_overload(self, signature: Any, compiled: Any) -> None:
        """Keep a compiled kernel in the first folder that takes it, if any does."""
        name = self._file_name(signature, compiled.target_context.codegen())
        code = packed((symbols_of(compiled.library), *state_of(compiled)))
        for folder in folders():
            # A folder that is full or closed costs the next run its time, not this one its result.
            with suppress(OSError):
                write_whole(folder / name, code)
                return

    def _file_name(self, signature: Any, codegen: Any) -> str:
        what = f"{BUILD}, {codegen.magic_tuple()}, {signature}"
        return f"{self.name}-{sha256(what.encode()).hexdigest()[:16]}"


def state_of(compiled: Any) -> tuple[Any, ...]:
    """Return what numba makes a compiled kernel from again.

    Left out are the environments that its machine code never asks, most of them of numba's own
    functions: reading one back imports the module that it came from.
    """
    *state, environments = compiled._reduce()
    module = str(compiled.library._get_module_for_linking())
    code = "\n".join(line for line in module.splitlines() if not line.startswith("@"))
    return (*state, tuple(each for each in environments if each.env_name in code))


def symbols_of(library: Any) -> set[str]:
    """Return the names that a kernel's machine code defines."""
    module = library._get_module_for_linking()
    return {
        each.name
        for kind in (module.functions, module.global_variables)
        for each in kind
        if not each.is_declaration
    }


def rebuilt(target: Any, symbols: set[str], library_state: Any, *rest: Any) -> Any:
    """Return a compiled kernel from its machine code.

    Beside that lies the compiler's own code, for kernels that call this one. It is parsed only when
    one of these has to be compiled: that takes longer than all else.
    """
    name, kind, (machine_code, bitcode) = library_state
    target.codegen()._engine._defined_symbols.update(symbols)
    compiled = unpacked(target, (name, kind, (machine_code, empty_module())), *rest)
    compiled.library._shared_module = None
    compiled.library._get_module_for_linking = cache(lambda: binding.parse_bitcode(bitcode))
    return compiled


@cache
def empty_module() -> bytes:
    return bytes(binding.parse_assembly("").as_bitcode())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that others see whole or not at all, also where several processes write it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_name(f"{path.name}.{getpid()}")
    try:
        own.write_bytes(content)
        own.replace(path)
    finally:
        own.unlink(missing_ok=True)


@cache
def folders() -> tuple[Path, ...]:
    """Return where code may be: beside the source, for all who use it, else with the user."""
    name = f"compiled-{source_digest()[:16]}"
    beside = SOURCES / "__pycache__" / name
    try:
        return (beside, Path.home() / ".cache" / "surcease" / name)
    except RuntimeError:  # nobody's home is known
        return (beside,)


@cache
def source_digest() -> str:
    """Return the SHA-256 of the package's source, hexadecimal."""
    whole = sha256()
    for path in sorted(SOURCES.glob("*.py")):
        whole.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
