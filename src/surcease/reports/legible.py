from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any
from unicodedata import category

from surcease.reports.names import name_of_result

UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
"""Controls, direction overrides, lone surrogates: they can steer a terminal and break XML."""

JOINERS = frozenset({"\u200c", "\u200d"})
"""Unseen as well, but several scripts need them."""


def legible[T](value: T) -> T:
    """Copy a result with every text in it, at any depth, as a page shows it.

    It is free of characters nobody can see, and names of treatments are in the reader's language.
    """
    return with_texts(value, lambda text: name_of_result(legible_text(text)))


def with_texts[T](value: T, change: Callable[[str], str]) -> T:
    """Copy a result with every text in it, at any depth, changed."""
    return _copy(value, change)  # type: ignore[no-any-return]


def _copy(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case Enum():
            return value
        case str():
            return change(value)
        case tuple():
            return tuple(_copy(each, change) for each in value)
        case dict():
            return {_copy(key, change): _copy(each, change) for key, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            copied = {f.name: _copy(getattr(value, f.name), change) for f in fields(value)}
            return replace(value, **copied)
        case _:
            return value


def legible_text(text: str) -> str:
    return " ".join("".join(" " if _unseen(letter) else letter for letter in text).split())


def _unseen(letter: str) -> bool:
    return category(letter) in UNSEEN and letter not in JOINERS
