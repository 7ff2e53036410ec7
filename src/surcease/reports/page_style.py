"""How every HTML page of a report looks; by itself, since the app asks for it before any report."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files


def style() -> dict[str, str]:
    """Return the style sheet and the hash by which the page's policy allows it, and no other."""
    css = (files("surcease.reports") / "html" / "style.css").read_text(encoding="utf-8")
    digest = b64encode(sha256(css.encode()).digest()).decode()
    return {"style": css, "style_hash": f"sha256-{digest}"}
