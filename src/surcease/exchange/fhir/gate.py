"""The gate that resources pass on their way out: only what `allowed.toml` names gets through."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from surcease.exchange.fhir.codes import Json, codes
from surcease.exchange.fhir.parts import Part

type Shape = Mapping[str, Any]


@cache
def _allowed() -> Mapping[str, Any]:
    return tomllib.loads(files(__package__).joinpath("allowed.toml").read_text("utf-8"))


@cache
def _extension_names() -> Mapping[str, str]:
    return {url: name for name, url in codes()["extensions"].items()}


class Gate:
    """Lets through what may leave, and counts what stays by path and by what to ask for.

    Parameters
    ----------
    asked
        The parts of the diary that its owner asked for.
    """

    def __init__(self, asked: Collection[Part]) -> None:
        self._asked = frozenset(asked)
        self.left_out: Counter[tuple[str, Part | None]] = Counter()

    def resource(self, resource: Json) -> Json:
        kind = resource["resourceType"]
        passed = self._object(resource, _allowed()["resources"][kind], kind)
        return {"resourceType": kind, **passed}

    def _object(self, values: Json, shape: Shape, path: str) -> Json:
        passed: Json = {}
        for key, value in values.items():
            if key == "resourceType":
                continue
            inside = f"{path}.{key.removeprefix('_')}"
            if key == "extension":
                kept = self._extensions(value, shape.get("extension", ()), path)
            else:
                kept = self._element(key, value, shape, inside)
            if kept not in (None, [], {}):
                passed[key] = kept
        return passed

    def _element(self, key: str, value: Any, shape: Shape, path: str) -> Any:
        rule = shape.get(key.removeprefix("_"))
        rule = {"shape": rule} if isinstance(rule, str) else rule
        if not isinstance(rule, dict) or not self._may(rule):
            if not key.startswith("_"):
                self._leave(path, rule)
            return None
        return self._value(value, _allowed()["shapes"][rule["shape"]], path)

    def _value(self, value: Any, shape: Shape, path: str) -> Any:
        if isinstance(value, list):
            kept = (self._value(each, shape, path) for each in value)
            return [each for each in kept if each not in (None, {})]
        return self._object(value, shape, path) if isinstance(value, dict) else value

    def _extensions(
        self, extensions: list[Json], allowed: Collection[str], path: str
    ) -> list[Json]:
        kept = []
        for each in extensions:
            name = _extension_names().get(each["url"], "")
            inside = f"{path}.extension({name or 'unknown'})"
            rule = _allowed()["extensions"].get(name) if name in allowed else None
            if rule is None or not self._may(rule):
                self._leave(inside, rule)
            elif passed := self._extension(each, rule, inside):
                kept.append({"url": each["url"], **passed})
        return kept

    def _extension(self, extension: Json, rule: Shape, path: str) -> Json:
        if "parts" not in rule:
            values = {key: value for key, value in extension.items() if key != "url"}
            return self._object(values, rule, path)
        own = [each for each in extension["extension"] if each["url"] in rule["parts"]]
        others = [each for each in extension["extension"] if each["url"] not in rule["parts"]]
        kept = [self._part(each, rule["parts"][each["url"]], path) for each in own]
        kept += self._extensions(others, rule.get("extension", ()), path)
        return {"extension": kept} if kept else {}

    def _part(self, part: Json, element: str, path: str) -> Json:
        shape = {element: "period" if element == "valuePeriod" else "plain"}
        values = {key: value for key, value in part.items() if key != "url"}
        return {"url": part["url"], **self._object(values, shape, path)}

    def _may(self, rule: Shape) -> bool:
        return "with" not in rule or rule["with"] in self._asked

    def _leave(self, path: str, rule: Shape | None) -> None:
        needs = Part(rule["with"]) if rule and "with" in rule else None
        self.left_out[path, needs] += 1
