"""Who has results made: one process at a time, started when a page asks, ended with the app."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread

from surcease.web.results.stages import Failure, Stage
from surcease.web.store import passphrase

_COMMAND = ("-m", "surcease.web.results.worker")


@dataclass(frozen=True, slots=True)
class State:
    """What goes on; `share` of the stage is done, `failure` is of the last attempt."""

    under_way: bool = False
    stage: Stage = Stage.STARTING
    share: float = 0.0
    failure: Failure | None = None


class Analyst:
    def __init__(self, command: tuple[str, ...] = _COMMAND) -> None:
        self._command = command
        self._lock = Lock()
        self._asked = Event()
        self._at_work = False
        self._process: subprocess.Popen[str] | None = None
        self._state = State()
        self._asked_of: int | None = None

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Answer to `ask` until the end of the block; then whatever is under way is killed."""
        self._at_work = True
        thread = Thread(target=self._work, name="analyst", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._leave()
            thread.join()

    def ask(self, revision: int, *, again: bool = False) -> State:
        """Have results made of the record as it stands, and return what goes on.

        What failed for this very revision is not tried again unless asked for `again`.
        """
        with self._lock:
            failed_before = self._state.failure is not None and self._asked_of == revision
            if self._at_work and not self._state.under_way and (again or not failed_before):
                self._asked_of = revision
                self._state = State(under_way=True)
                self._asked.set()
            return self._state

    @property
    def state(self) -> State:
        return self._state

    def _work(self) -> None:
        while self._asked.wait() and self._at_work:
            self._asked.clear()
            self._state = State(failure=self._run())

    def _run(self) -> Failure | None:
        """Start the process and follow what it says to its end."""
        with self._lock:
            if not self._at_work:
                return None
            self._process = subprocess.Popen(  # noqa: S603  our own command
                [sys.executable, *self._command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        with self._process as process:
            _hand_over(process)
            failure = self._follow(process)
            return failure or (Failure.STOPPED if process.wait() else None)

    def _follow(self, process: subprocess.Popen[str]) -> Failure | None:
        failure = None
        for line in process.stdout or ():
            said = json.loads(line)
            if "failed" in said:
                failure = Failure(said["failed"])
            else:
                self._state = State(True, Stage(said["stage"]), float(said["share"]))
        return failure

    def _leave(self) -> None:
        with self._lock:
            self._at_work = False
            if self._process is not None:
                self._process.kill()
        self._asked.set()


def _hand_over(process: subprocess.Popen[str]) -> None:
    """Hand over the passphrase of an encrypted file where nobody else can see it."""
    with suppress(OSError):  # a process that ended at once is told apart by how it ended
        if process.stdin is not None:
            process.stdin.write(f"{json.dumps(passphrase.known())}\n")
            process.stdin.flush()


ANALYST = Analyst()
