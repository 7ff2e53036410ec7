"""The app as a process of its own, on a free port of this machine, with a folder of its own."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from secrets import token_urlsafe
from urllib.parse import urlsplit

import pytest

_LINK = re.compile(r"http://\S+/enter/\S+")
_PROGRAM = "from surcease.cli import run; run()"


def run_surcease(data: Path, *arguments, said: str | None = None, **environment: str):
    """Run a command of the app to its end, with what is said on its standard input."""
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-c", _PROGRAM, *map(str, arguments)],
        env={**os.environ, "SURCEASE_DATA": str(data), **environment},
        input=said or "",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


class Live:
    """A running `surcease serve`: `origin`, `link` (works once), `data` (its folder)."""

    def __init__(self, data: Path, *options: str, **environment: str) -> None:
        self.data = data
        self.options = options
        self.environment = environment
        self.port = 0
        self._cookies: dict[str, str] = {}
        self.start()

    def start(self) -> None:
        """Start it, on the port that it had before; return when it listens."""
        command = [sys.executable, "-c", _PROGRAM, "serve", "--no-browser", *self.options]
        with (self.data.parent / "stderr.txt").open("ab") as stderr:
            self.process = subprocess.Popen(  # noqa: S603  our own command
                [*command, "--port", str(self.port)],
                env={**os.environ, "SURCEASE_DATA": str(self.data), **self.environment},
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        printed = _LINK.search(self.process.stdout.readline())
        if not printed:
            self.kill()
            pytest.fail(f"the app did not start: {self.stderr}")
        self.link = printed.group()
        self.port = urlsplit(self.link).port
        self.origin = f"http://127.0.0.1:{self.port}"

    def kill(self) -> None:
        """Kill it as a power cut would: no handler runs, nothing is flushed."""
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        self.process.send_signal(signal.SIGINT)
        self._gone()

    def restart(self) -> None:
        self.kill()
        self.start()

    @property
    def stderr(self) -> str:
        return (self.data.parent / "stderr.txt").read_text()

    def client(self) -> Client:
        """Return a client that was let in; the printed link works once, so all share a session."""
        client = Client(self)
        if not self._cookies:
            client.enter(self.new_link())
            self._cookies = dict(client.cookies)
        client.cookies = dict(self._cookies)
        return client

    def new_link(self) -> str:
        """Return a link that nobody used yet: the printed one, and once that is used another."""
        link, self.link = self.link, None
        return link or f"{self.origin}/enter/{self._token()}"

    def _token(self) -> str:
        """Make the token of a link as `surcease.web.access.link` does, in the app's own file."""
        token = token_urlsafe()
        digest = sha256(token.encode()).hexdigest()
        until = datetime.now(UTC) + timedelta(minutes=10)
        with closing(sqlite3.connect(self.data / "diary.sqlite3", timeout=20)) as file, file:
            file.execute("DELETE FROM access_link")
            file.execute(
                "INSERT INTO access_link (digest, expires_at) VALUES (?, ?)",
                (digest, f"{until:%Y-%m-%d %H:%M:%S.%f}"),
            )
        return token

    def _gone(self) -> None:
        self.process.wait(timeout=20)
        self.process.stdout.close()


class Client:
    """An HTTP client that keeps cookies, with the headers of a browser on the app's own page."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.cookies: dict[str, str] = {}

    def enter(self, link: str) -> None:
        status, _, _ = self.request("GET", urlsplit(link).path)
        assert status == 302, status

    def get(self, path: str) -> tuple[int, str]:
        status, _, body = self.request("GET", path)
        return status, body

    def act(self, *actions: dict) -> list[dict]:
        body = json.dumps({"actions": actions})
        headers = {"Content-Type": "application/json", "Origin": self.live.origin}
        status, _, said = self.request("POST", "/actions", body, headers)
        assert status == 200, (status, said)
        return json.loads(said)["answers"]

    def request(
        self, method: str, path: str, body: str | None = None, headers: dict | None = None
    ) -> tuple[int, dict[str, str], str]:
        connection = HTTPConnection("127.0.0.1", self.live.port, timeout=30)
        try:
            cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request(method, path, body, {"Cookie": cookies, **(headers or {})})
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        finally:
            connection.close()
        for each in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {key: one.value for key, one in SimpleCookie(each).items()}
        return response.status, dict(response.headers), text
