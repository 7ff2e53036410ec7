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
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "countries", tuple(self.countries))

    @property
    def verified(self) -> bool:
        return self.tag == "V"


def crisis_lines() -> list[CrisisLine]:
    text = files("surcease.safety").joinpath("data/crisis.toml").read_text(encoding="utf-8")
    return [CrisisLine(**line) for line in tomllib.loads(text)["lines"]]
