from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

register = template.Library()

_NAV = (
    ("log", _("Log")),
    ("see:timeline", _("Timeline")),
    ("see:works", _("What works")),
    ("see:history", _("History")),
    ("people:more", _("More")),
)


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    name: str | Promise


@register.simple_tag
def page(name: str) -> str:
    """Return the address of a page, or nothing where this installation has none of that name."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


@register.simple_tag
def pages() -> list[Page]:
    listed = (Page(page(name), title) for name, title in _NAV)
    return [each for each in listed if each.address]
