from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Page:
    """A page of what the diary shows: `name` in its address, `part` of what was made for it."""

    name: str
    title: str | Promise
    part: str


WORKS = Page("works", _("What works"), "works")

PAGES = (
    Page("timeline", _("Timeline"), "timeline"),
    WORKS,
    Page("acute", _("Acute treatments"), "acute"),
    Page("clock", _("Clock and season"), "clock"),
    Page("bouts", _("Bouts"), "bouts"),
    Page("safety", _("Safety notes"), "safety"),
    Page("evidence", _("Published evidence"), "evidence"),
)
