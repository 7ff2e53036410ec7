from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def thousands(number: int) -> str:
    return f"{number:,}"


@register.filter
def minus(number: int, other: int) -> int:
    return number - other
