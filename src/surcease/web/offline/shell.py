"""The empty log page, without any diary; a browser keeps it, with the files it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse

from surcease.web import log, offline, people
from surcease.web.log.context import page_context

_DIGEST_LENGTH = 16
_OWN = "surcease.css"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the service worker keeps; `digest` changes with any of it."""

    digest: str
    shell: str
    files: tuple[str, ...]
    crisis: str
    log: str


@cache
def shell_html() -> str:
    """Render the log page without a request: there is nobody whose entries it could hold."""
    return render_to_string("log/log.html", page_context() | {"kept": True})


@cache
def kept() -> Kept:
    parts = (name for package in (log, offline, people) for name in _files_of(package))
    files = tuple(static(name) for name in (_OWN, *parts))
    everything = sha256(shell_html().encode())
    for url in (*files, worker_code()):
        everything.update(url.encode())
    digest = everything.hexdigest()[:_DIGEST_LENGTH]
    return Kept(digest, reverse("shell"), files, _crisis(), reverse("log"))


def worker_code() -> str:
    return (_static_of(offline) / "offline" / "service-worker.js").read_text(encoding="utf-8")


def _files_of(package: object) -> list[str]:
    folder = _static_of(package)
    names = (each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file())
    return sorted(
        name for name in names if name.endswith((".js", ".css", ".svg")) and "worker" not in name
    )


def _static_of(package: object) -> Path:
    return Path(str(getattr(package, "__file__", ""))).parent / "static"


def _crisis() -> str:
    try:
        return reverse("people:crisis")
    except NoReverseMatch:
        return ""
