"""An analysis as text and back, to be kept and used again by the same version of the program.

Unlike the JSON that others read it is complete and exact, and it promises nothing to another
version. Reading it makes results and nothing else, whatever the text says.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAliasType, Union, get_args, get_origin, get_type_hints

from surcease.analysis.result import Analysis


def to_stored(analysis: Analysis) -> str:
    """Write an analysis, all but its checks."""
    return json.dumps(asdict(replace(analysis, checks=None)), default=_plain)


def from_stored(text: str) -> Analysis:
    """Read what `to_stored` wrote. Raises ValueError for anything else."""
    try:
        analysis: Analysis = _made(Analysis, json.loads(text))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("this is no analysis of this version") from error
    return analysis


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be kept")


def _made(kind: Any, value: Any) -> Any:
    """Make a value of a type from what JSON holds of it."""
    if isinstance(kind, TypeAliasType):
        return _made(kind.__value__, value)
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _optional(kind, value)
    if origin is tuple:
        return _tuple(get_args(kind), value)
    if origin is dict:
        of_key, of_value = get_args(kind)
        return {_made(of_key, key): _made(of_value, each) for key, each in value.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**{name: _made(of, value[name]) for name, of in _hints(kind).items()})
    return _simple(kind, value)


def _optional(kind: Any, value: Any) -> Any:
    (inner,) = (each for each in get_args(kind) if each is not NoneType)
    return None if value is None else _made(inner, value)


def _tuple(parts: tuple[Any, ...], value: list[Any]) -> tuple[Any, ...]:
    if parts[1:] == (Ellipsis,):
        return tuple(_made(parts[0], each) for each in value)
    return tuple(_made(part, each) for part, each in zip(parts, value, strict=True))


def _simple(kind: Any, value: Any) -> Any:
    if issubclass(kind, date):
        return kind.fromisoformat(value)
    if issubclass(kind, Enum) or kind in (int, float):
        return kind(value)
    if kind in (str, bool) and isinstance(value, kind):
        return value
    raise TypeError(f"not a {kind.__name__}")


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
