from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class CrisisLine:
    """Someone to talk to, by region; `tag` is V where the number was read at its source."""

    place: str
    name: str
    shown: str
    dial: str
    source: str
    tag: str


def crisis_lines() -> list[CrisisLine]:
    text = files("surcease.reports.html").joinpath("crisis.toml").read_text(encoding="utf-8")
    return [CrisisLine(**line) for line in tomllib.loads(text)["lines"]]
