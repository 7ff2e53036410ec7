"""To whom the app is served, as the command line or the environment said."""

from __future__ import annotations

import os

ALLOWED_HOST = "SURCEASE_ALLOWED_HOST"
"""Environment variable: the name or address, other than this machine's own, of the app."""

BEHIND_HTTPS = "SURCEASE_BEHIND_HTTPS"
"""Environment variable, 1 where something in front of the app speaks HTTPS for it."""

THIS_MACHINE = ("127.0.0.1", "localhost", "[::1]")


def allowed_hosts() -> list[str]:
    return [*THIS_MACHINE, *filter(None, [allowed_host()])]


def allowed_host() -> str:
    return os.environ.get(ALLOWED_HOST, "").strip().lower()


def behind_https() -> bool:
    return os.environ.get(BEHIND_HTTPS) == "1"
