"""Serve the app until it is stopped."""

from __future__ import annotations

import errno
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from surcease.diary import DiaryError
from surcease.web import serving
from surcease.web.access import account, link
from surcease.web.access.alive import answers_at
from surcease.web.exchange import uploads
from surcease.web.results.analyst import ANALYST

LARGEST_REQUEST = 80 * 2**20
"""An upload is no larger: a diary's largest file, and some room around it."""

_THREADS = 8


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int

    @property
    def is_this_machine(self) -> bool:
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"


def serve(address: Address, say: Callable[[str], None], *, open_browser: bool) -> None:
    """Listen, say the one-time link, and answer until the process is stopped.

    Where the app is running already, say a new link of that one instead.
    """
    check_guarded(address)
    server = _listen(address)
    port = address.port if server is None else _port_of(server)
    entrance = f"{_origin(address.host, port)}/enter/{link.make_token()}"
    say(entrance)
    if open_browser:
        webbrowser.open(entrance)
    if server is not None:
        uploads.sweep()
        with ANALYST.at_work():
            server.run()


def check_guarded(address: Address) -> None:
    """Refuse to be reached from elsewhere without a password and a name to be called by."""
    if address.is_this_machine and not serving.allowed_host():
        return
    if not serving.allowed_host():
        raise DiaryError("another address needs --allowed-host, the name that devices will use")
    if serving.allowed_host().startswith(("*", ".")):
        raise DiaryError("--allowed-host is one name: with a pattern any page could lead here")
    if not account.exists():
        raise DiaryError("other devices need a password first: surcease account")


def _listen(address: Address) -> Any:
    """Return the listening server; None where the app listens there already."""
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
        if error.errno == errno.EADDRINUSE and answers_at(local_origin(address)):
            return None
        where = f"cannot listen on {address.host}:{address.port}"
        raise DiaryError(f"{where}: {error.strerror or 'the system refused'}") from error


def _port_of(server: Any) -> int:
    """Return the port, which all sockets of a name that stands for several addresses share."""
    several = getattr(server, "effective_listen", None)
    port: int = several[0][1] if several else server.effective_port
    return port


def local_origin(address: Address) -> str:
    return f"http://127.0.0.1:{address.port}"


def _origin(host: str, port: int) -> str:
    allowed = serving.allowed_host()
    if allowed:
        return f"https://{allowed}" if serving.behind_https() else f"http://{allowed}:{port}"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"
