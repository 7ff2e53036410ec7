"""Codes of countries (ISO 3166). Their names are the browser's, in the user's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def country_codes() -> tuple[str, ...]:
    return tuple(files(__package__).joinpath("countries.txt").read_text("ascii").split())
