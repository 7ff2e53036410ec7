"""Every address of the app that shows something, from its own list of addresses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

LET_IN = "enter"
"""Lets somebody in once, and shows nothing."""


def addresses(**known: object) -> list[str]:
    """Return all addresses that need nothing to be known, or only what is `known` by its name."""
    found = (_address(name, pattern, known) for name, pattern in _patterns(get_resolver()))
    return sorted({each for each in found if each is not None})


def _address(name: str, pattern: URLPattern, known: dict[str, object]) -> str | None:
    wanted = pattern.pattern.converters
    try:
        return reverse(name, kwargs={each: known[each] for each in wanted})
    except (KeyError, NoReverseMatch):
        return None


def _patterns(resolver: Any, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _patterns(each, f"{each.namespace}:" if each.namespace else space)
        elif each.name and each.name != LET_IN:
            yield f"{space}{each.name}", each
