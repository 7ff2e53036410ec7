"""The report cut into its parts, for pages that show some of it."""

from __future__ import annotations

from enum import StrEnum

from surcease.reports import sentences, severity_sentences, words
from surcease.reports.extra import report_extra
from surcease.reports.html import rendering
from surcease.reports.html.shown import Shown

with report_extra():
    from jinja2 import Environment


class Part(StrEnum):
    GLANCE = "glance"
    TIMELINE = "timeline"
    TREATMENTS = "treatments"
    AHEAD = "ahead"
    COURSE = "course"
    RHYTHM = "rhythm"
    DAYS = "days"
    METHOD = "method"


def render_part(part: Part, shown: Shown) -> str:
    """Return one section of the report as HTML, every text in it escaped."""
    return environment().get_template(f"{part}.html.j2").render(shown.context)


def environment() -> Environment:
    made = rendering.environment()
    made.globals.update(words=words, sentences=sentences, severity_sentences=severity_sentences)
    return made
