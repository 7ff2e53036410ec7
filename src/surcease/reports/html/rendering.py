"""What every HTML page is made with."""

from __future__ import annotations

from surcease.language import code, gettext
from surcease.reports.extra import report_extra

with report_extra():
    from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("surcease.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["_"] = gettext
    made.globals["language"] = code
    return made
