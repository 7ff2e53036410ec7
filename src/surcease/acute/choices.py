from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a scale that begins at a number and ends where the next band begins."""

    name: str
    start: float


@dataclass(frozen=True, slots=True)
class Variant:
    """A way of taking a treatment that is judged by itself, known by words in an entry."""

    treatment: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    bands: tuple[Band, ...]
    delays: tuple[Band, ...]
    published_attacks: float
    unknown_attacks: float
    level: float
    least_attacks: int
    variants: tuple[Variant, ...]


@cache
def choices() -> Choices:
    """Return the choices of data/choices.toml."""
    path = files("surcease.acute").joinpath("data/choices.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Choices(
        bands=tuple(Band(each["name"], each["from"]) for each in table["band"]),
        delays=tuple(Band(each["name"], each["from"]) for each in table["delay"]),
        published_attacks=table["prior"]["published_attacks"],
        unknown_attacks=table["prior"]["unknown_attacks"],
        level=table["prior"]["level"],
        least_attacks=table["comparison"]["least_attacks"],
        variants=tuple(
            Variant(each["treatment"], each["name"], tuple(each["words"]))
            for each in table["variant"]
        ),
    )


def band_of(value: float, bands: tuple[Band, ...]) -> str:
    """Return the name of the band that a value lies in."""
    return [band.name for band in bands if band.start <= value][-1]
