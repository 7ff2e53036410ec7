"""Kill -9, power cuts, a full disk, two processes: what was acknowledged is there, whole.

The same at length: bench/soak.py over HTTP, and bench/soak_browser.py in browsers.
"""

import json
import os
import shutil
import signal
import subprocess
from random import Random
from threading import Thread

import pytest
from django.db import connection

from web.live import Client, Live
from web.made import attack, said
from web.store.writers import Writer
from web.written import written, written_in_copy

SEED = 20_260_301


def writers_at(*apps, number=2):
    """Start some clients of each app, all with the one session of the first."""
    admitted = apps[0].client()
    started = []
    for app in apps:
        for _ in range(number):
            client = Client(app)
            client.cookies = dict(admitted.cookies)
            started.append(Writer(client, SEED + len(started)))
    for each in started:
        each.start()
    return started


def acknowledged(writers):
    return set().union(*(set(each.acknowledged) for each in writers))


def test_an_app_killed_in_the_middle_of_writes_has_all_that_it_acknowledged(live):
    dice = Random(SEED)
    file = live.data / "diary.sqlite3"
    writers = writers_at(live)
    for _ in range(4):
        enough = len(acknowledged(writers)) + dice.randrange(5, 40)
        while len(acknowledged(writers)) < enough:
            writers[0].ended.wait(dice.random() * 0.02)
        live.kill()
        found = written(file)
        assert not found.faults
        assert acknowledged(writers) <= found.actions.keys()
        live.start()
    for each in writers:
        each.stop()
    assert not written(file).faults
    assert all(each.answers.count("refused") == 0 for each in writers)
    # One action at a time may be recorded without its answer having arrived; it is sent again.
    assert len(written(file).actions) - len(acknowledged(writers)) <= len(writers)


def test_a_copy_of_any_moment_opens_with_all_that_was_acknowledged(live, tmp_path):
    """A stopped process and the bytes that it left, log included, are what a power cut leaves."""
    dice = Random(SEED + 1)
    file = live.data / "diary.sqlite3"
    writers = writers_at(live)
    for nth in range(12):
        writers[0].ended.wait(0.05 + dice.random() * 0.15)
        live.process.send_signal(signal.SIGSTOP)
        before = acknowledged(writers)
        found = written_in_copy(file, tmp_path / str(nth))
        live.process.send_signal(signal.SIGCONT)
        assert not found.faults
        assert before <= found.actions.keys()
    for each in writers:
        each.stop()


@pytest.mark.django_db
def test_sqlite_is_asked_to_sync_every_commit(settings):
    """With NORMAL a commit would be in the log but not yet on the disk."""
    asked = settings.DATABASES["default"]["OPTIONS"]
    assert "synchronous = FULL" in asked["init_command"]
    assert asked["transaction_mode"] == "IMMEDIATE"
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_an_answer_leaves_only_after_the_log_was_synced(live, tmp_path):
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("strace is not installed")
    client = live.client()
    trace = tmp_path / "trace"
    watched = "trace=fdatasync,fsync,sendto,write"
    command = [strace, "-f", "-y", "-e", watched, "-o", str(trace), "-p", str(live.process.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as watching:  # noqa: S603
        if "attached" not in watching.stderr.readline():
            pytest.skip("strace may not look at other processes here")
        client.act(attack())
        watching.terminate()
    calls = trace.read_text().splitlines()
    synced = next(nth for nth, call in enumerate(calls) if "sync(" in call and "-wal" in call)
    answered = next(nth for nth, call in enumerate(calls) if "HTTP/1.1 200" in call)
    assert synced < answered


def test_two_processes_and_several_tabs_write_at_once_and_lose_nothing(live):
    other = Live(live.data)
    try:
        writers = writers_at(live, other)
        shared = writers[0].client.act(attack())[0]
        assert shared["status"] == "done"
        while len(acknowledged(writers)) < 80:
            writers[0].ended.wait(0.05)
        for each in writers:
            each.stop()
    finally:
        other.kill()
    found = written(live.data / "diary.sqlite3")
    assert not found.faults
    assert acknowledged(writers) <= found.actions.keys()
    assert all(set(each.answers) == {"done"} for each in writers)


def test_one_action_sent_by_many_at_once_is_recorded_once(live):
    client = live.client()
    first = attack()
    client.act(first)
    action = said(first["entry"], "change", minutes=1, side="left")
    answers = []
    threads = [Thread(target=lambda: answers.extend(client.act(action))) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(each["status"] for each in answers) == ["again"] * 5 + ["done"]
    assert {each["version"] for each in answers} == {2}


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no small disk can be made here: that takes mount and its rights")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)  # noqa: S603, S607


def test_a_full_disk_is_said_and_everything_acknowledged_before_stays(small_disk):
    live = Live(small_disk / "data")
    try:
        client = live.client()
        kept = client.act(attack())[0]["id"]
        ballast = small_disk / "ballast"
        with ballast.open("wb") as file:
            fill(file)
        body, status = None, 200
        while status == 200:
            status, body = send(client, attack(notes="x" * 5_000))
        assert (status, "disk is full" in body) == (503, True)
        assert client.get("/")[0] == 200
        assert kept.replace("-", "") in written(live.data / "diary.sqlite3").actions
        ballast.unlink()
        assert client.act(attack())[0]["status"] == "done"
    finally:
        live.kill()
    assert not written(live.data / "diary.sqlite3").faults


def fill(file):
    try:
        while True:
            file.write(os.urandom(4096))
            file.flush()
    except OSError:
        pass


def send(client, action):
    headers = {"Content-Type": "application/json", "Origin": client.live.origin}
    body = json.dumps({"actions": [action]})
    status, _, said = client.request("POST", "/actions", body, headers)
    return status, said
