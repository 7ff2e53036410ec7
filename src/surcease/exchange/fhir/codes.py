"""The codes and addresses of `codes.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

type Json = dict[str, Any]


@cache
def codes() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("codes.toml").read_text("utf-8"))


def system(name: str) -> str:
    return str(codes()["systems"][name])


def extension_url(name: str) -> str:
    return str(codes()["extensions"][name])


def concept(name: str) -> Json:
    """Return a CodeableConcept of its own, which may be added to."""
    known = codes()["concepts"][name]
    coded: Json = {"coding": [coding(*each) for each in known["codings"]]}
    return coded | ({"text": known["text"]} if "text" in known else {})


def coding(system_name: str, code: str, display: str) -> Json:
    return {"system": system(system_name), "code": code, "display": display}


@cache
def codings_of(name: str) -> frozenset[tuple[str, str]]:
    """Return what a concept is recognised by: pairs of system address and code."""
    return frozenset((system(each[0]), each[1]) for each in codes()["concepts"][name]["codings"])
