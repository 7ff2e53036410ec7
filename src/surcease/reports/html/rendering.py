"""What every HTML page is made with."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from surcease.language import gettext
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
    return made


def style() -> dict[str, str]:
    """Return the style sheet and the hash by which the page's policy allows it, and no other."""
    css = files("surcease.reports.html").joinpath("style.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return {"style": css, "style_hash": f"sha256-{digest}"}
