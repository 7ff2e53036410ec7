"""Serve the app until it is stopped."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from surcease.diary import DiaryError
from surcease.web import serving
from surcease.web.access import link
from surcease.web.results.analyst import ANALYST

LARGEST_REQUEST = 80 * 2**20
"""An upload is no larger: a diary's largest file, and some room around it."""

_THREADS = 8


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int


def serve(address: Address, say: Callable[[str], None], *, open_browser: bool) -> None:
    """Listen, say the one-time link, and answer until the process is stopped."""
    server = _listen(address)
    entrance = f"{_origin(address.host, _port_of(server))}/enter/{link.make_token()}"
    say(entrance)
    if open_browser:
        webbrowser.open(entrance)
    with ANALYST.at_work():
        server.run()


def _listen(address: Address) -> Any:
    try:
        return create_server(
            get_wsgi_application(),
            host=address.host,
            port=address.port,
            threads=_THREADS,
            ident="",
            url_scheme="https" if serving.behind_https() else "http",
            max_request_body_size=LARGEST_REQUEST,
            clear_untrusted_proxy_headers=True,
        )
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise DiaryError(f"cannot listen on {address.host}:{address.port}: {reason}") from error


def _port_of(server: Any) -> int:
    port: int = server.effective_port
    return port


def _origin(host: str, port: int) -> str:
    allowed = serving.allowed_host()
    if allowed:
        return f"https://{allowed}" if serving.behind_https() else f"http://{allowed}:{port}"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
