"""Who has results made: one process at a time, started when a page asks, ended with the app."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Any, NamedTuple

from surcease.web.results.stages import Failure, Stage
from surcease.web.store import passphrase

_COMMAND = ("-m", "surcease.web.results.worker")

ANALYSIS = ""
"""In place of a treatment: the analysis itself."""


@dataclass(frozen=True, slots=True)
class State:
    """What goes on; `share` of the stage is done, `failure` is of the last attempt."""

    under_way: bool = False
    stage: Stage = Stage.STARTING
    share: float = 0.0
    failure: Failure | None = None


class Task(NamedTuple):
    """What is made of the record as it stands: the analysis, or the checks of one treatment."""

    revision: int
    treatment: str


class Failed(NamedTuple):
    revision: int
    failure: Failure


class Analyst:
    def __init__(self, command: tuple[str, ...] = _COMMAND) -> None:
        self._command = command
        self._lock = Lock()
        self._asked = Event()
        self._at_work = False
        self._process: subprocess.Popen[str] | None = None
        self._tasks: deque[Task] = deque()
        self._failed: dict[str, Failed] = {}
        self._progress = (Stage.STARTING, 0.0)

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

    def ask(self, revision: int, treatment: str = ANALYSIS, *, again: bool = False) -> State:
        """Have results made of the record as it stands, and return what goes on.

        They are made one after another. What failed for this very revision is not tried again
        unless asked for `again`.
        """
        with self._lock:
            failed = self._failed.get(treatment)
            is_new = again or failed is None or failed.revision != revision
            if self._at_work and is_new and not self._is_under_way(treatment):
                self._failed.pop(treatment, None)
                self._tasks.append(Task(revision, treatment))
                self._asked.set()
            return self._state(treatment)

    def state(self, treatment: str = ANALYSIS) -> State:
        with self._lock:
            return self._state(treatment)

    def _state(self, treatment: str) -> State:
        if self._is_under_way(treatment):
            return State(True, *self._progress)
        failed = self._failed.get(treatment)
        return State(failure=failed.failure if failed else None)

    def _is_under_way(self, treatment: str) -> bool:
        return any(task.treatment == treatment for task in self._tasks)

    def _work(self) -> None:
        while self._asked.wait() and self._at_work:
            self._asked.clear()
            while self._tasks and self._at_work:
                self._end(self._run(self._tasks[0]))

    def _end(self, failure: Failure | None) -> None:
        with self._lock:
            task = self._tasks.popleft()
            self._progress = (Stage.STARTING, 0.0)
            if failure is not None:
                self._failed[task.treatment] = Failed(task.revision, failure)

    def _run(self, task: Task) -> Failure | None:
        try:
            return self._run_to_its_end(task)
        except OSError:  # no process or no pipe is to be had: no reason to take no more tasks
            return Failure.STOPPED

    def _run_to_its_end(self, task: Task) -> Failure | None:
        """Start the process and follow what it says."""
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
            _hand_over(process, task)
            failure = self._follow(process)
            return failure or (Failure.STOPPED if process.wait() else None)

    def _follow(self, process: subprocess.Popen[str]) -> Failure | None:
        failure = None
        for line in process.stdout or ():
            said = _read(line)
            if said is None:
                continue
            if "failed" in said:
                failure = Failure(said["failed"])
            else:
                self._progress = (Stage(said["stage"]), float(said["share"]))
        return failure

    def _leave(self) -> None:
        with self._lock:
            self._at_work = False
            if self._process is not None:
                self._process.kill()
        self._asked.set()


def _read(line: str) -> dict[str, Any] | None:
    """Return what the process says; None for a line that something else in it has printed."""
    try:
        said = json.loads(line)
    except ValueError:
        return None
    return said if isinstance(said, dict) else None


def _hand_over(process: subprocess.Popen[str], task: Task) -> None:
    """Hand over the passphrase of an encrypted file where nobody else can see it, and the task."""
    handed_over = {"passphrase": passphrase.known(), "treatment": task.treatment}
    with suppress(OSError):  # a process that ended at once is told apart by how it ended
        if process.stdin is not None:
            process.stdin.write(f"{json.dumps(handed_over)}\n")
            process.stdin.flush()


ANALYST = Analyst()
