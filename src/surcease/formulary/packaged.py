from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from surcease.formulary.errors import FormularyError

type Table = dict[str, Any]

DATA = files("surcease.formulary") / "data"


@cache
def packaged(name: str) -> Table:
    """Return one data file of the formulary as TOML tables."""
    try:
        return tomllib.loads((DATA / name).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise FormularyError(f"{name}: {error}") from error


def treatment_keys() -> Iterator[str]:
    """Yield the key of every treatment: the names of the files that are nothing else."""
    for name in sorted(entry.name for entry in DATA.iterdir()):
        if name.endswith(".toml") and not name.startswith("_") and name != "sources.toml":
            yield name.removesuffix(".toml")
