"""Results are made in a process of its own, one at a time, which ends with the app."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from surcease.web.results.analyst import Analyst
from surcease.web.results.stages import Failure, Stage

SAYS = """
import json, os, sys, time
print(os.getpid(), file=open({log!r}, "a"), flush=True)
print(json.dumps({{"stage": "course", "share": 0.5}}), flush=True)
{then}
"""
WAITS = "sys.stdin.read()"


@pytest.fixture
def log(tmp_path):
    return tmp_path / "started"


@pytest.fixture
def analyst(log):
    """Make an analyst whose process says one thing and then does what is given."""
    return lambda then: Analyst(("-c", SAYS.format(log=str(log), then=then)))


def until(true, seconds=30):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def started(log):
    return [int(line) for line in log.read_text().split()] if log.exists() else []


def is_gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    status = Path(f"/proc/{pid}/status")  # ended, though nobody asked how, is gone as well
    return status.exists() and "State:\tZ" in status.read_text()


def test_asking_again_while_one_is_under_way_starts_no_other(analyst, log):
    made = analyst(WAITS)
    with made.at_work():
        assert made.ask(1).under_way
        until(lambda: made.state().stage is Stage.COURSE)
        assert made.state().share == 0.5
        assert made.ask(2).under_way
        assert len(started(log)) == 1
    (pid,) = started(log)
    assert is_gone(pid)


def test_one_after_another_is_made(analyst, log):
    made = analyst("")
    with made.at_work():
        for revision in (1, 2):
            made.ask(revision)
            until(lambda: not made.state().under_way)
    assert len(started(log)) == 2
    assert made.state().failure is None


@pytest.mark.parametrize(
    ("then", "failure"),
    [
        ("sys.exit(9)", Failure.STOPPED),
        ("print(json.dumps({'failed': 'memory'}))", Failure.MEMORY),
        ("print('a warning')\nprint(7)\nsys.exit(9)", Failure.STOPPED),
    ],
)
def test_what_failed_is_not_tried_again_until_it_is_asked_for_or_more_is_known(
    analyst, log, then, failure
):
    made = analyst(then)
    with made.at_work():
        made.ask(1)
        until(lambda: not made.state().under_way)
        assert made.ask(1).failure is failure
        assert len(started(log)) == 1
        made.ask(1, again=True)
        until(lambda: len(started(log)) == 2 and not made.state().under_way)
        made.ask(2)
        until(lambda: len(started(log)) == 3 and not made.state().under_way)


def test_what_is_asked_meanwhile_is_made_afterwards(analyst, log):
    made = analyst("assert json.loads(sys.stdin.readline())['treatment'] in ('', 'a')")
    with made.at_work():
        assert made.ask(1).under_way
        assert made.ask(1, "a").under_way
        assert made.ask(1, "a").under_way
        until(lambda: not made.state("a").under_way)
        assert not made.state().under_way
    assert len(started(log)) == 2
    assert (made.state().failure, made.state("a").failure) == (None, None)


def test_a_failure_is_that_of_what_was_asked(analyst, log):
    made = analyst("sys.exit(9 if json.loads(sys.stdin.readline())['treatment'] else 0)")
    with made.at_work():
        made.ask(1, "a")
        made.ask(1)
        until(lambda: not made.state().under_way)
    assert made.state("a").failure is Failure.STOPPED
    assert made.state().failure is None


def test_outside_of_a_served_app_nothing_is_started(analyst, log):
    assert not analyst(WAITS).ask(1).under_way
    assert not started(log)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to send")
def test_an_app_that_is_killed_takes_its_process_along(tmp_path):
    """What ends the process is that its input ends: nobody has to tell it."""
    command = [sys.executable, "-c", ENDS_WITH_ITS_PARENT, str(tmp_path / "pid")]
    app = subprocess.Popen(command)  # noqa: S603
    until(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").read_text())
    app.send_signal(signal.SIGKILL)
    app.wait()
    until(lambda: is_gone(int((tmp_path / "pid").read_text())))


ENDS_WITH_ITS_PARENT = """
import subprocess, sys
inner = "import threading, time; from surcease.web.results.worker import _end_with_parent; " \\
    "threading.Thread(target=_end_with_parent, daemon=True).start(); time.sleep(600)"
worker = subprocess.Popen([sys.executable, "-c", inner], stdin=subprocess.PIPE)
open(sys.argv[1], "w").write(str(worker.pid))
worker.wait()
"""


def test_where_no_process_can_be_had_the_next_one_is_still_tried(analyst, log, monkeypatch):
    made = analyst("")
    with made.at_work(), monkeypatch.context() as without:
        without.setattr(sys, "executable", "/nowhere/python")
        made.ask(1)
        until(lambda: made.state().failure is Failure.STOPPED)
        without.undo()
        made.ask(1, again=True)
        until(lambda: len(started(log)) == 1 and not made.state().under_way)
    assert made.state().failure is None
