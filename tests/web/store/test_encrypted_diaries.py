"""An encrypted diary from its first passphrase to plain text again."""

import json
import os
import subprocess
import sys

import pytest

from surcease.web.store.key import is_encrypted
from web.live import Live, run_surcease
from web.made import attack

pytest.importorskip("sqlcipher3", reason="the extra `encrypt` is not installed")

PLANTED = "planted-note-magnesium"
OLD, NEW = "eight small boats", "nine större båtar"


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory):
    """An app whose diary has one attack and was encrypted after it."""
    folder = tmp_path_factory.mktemp("encrypted")
    live = Live(folder / "data")
    live.client().act(attack(notes=PLANTED))
    running = run_surcease(live.data, "encrypt", said=OLD)
    assert (running.returncode, "stop it first" in running.stderr) == (1, True)
    live.kill()
    done = run_surcease(live.data, "encrypt", said=OLD)
    assert done.returncode == 0, done.stderr
    return live.data


def holds(folder, text):
    return [each for each in folder.rglob("*") if each.is_file() and text in each.read_bytes()]


def test_nothing_of_the_diary_can_be_read_from_the_disk(encrypted):
    assert is_encrypted(encrypted / "diary.sqlite3")
    assert not holds(encrypted, PLANTED.encode())
    assert not holds(encrypted, b"record_entry")


def test_a_wrong_or_missing_passphrase_is_said_plainly(encrypted):
    for environment in ({}, {"SURCEASE_PASSPHRASE": "wrong one"}):
        done = run_surcease(encrypted, "backup", encrypted.parent / "no.sqlite3", **environment)
        assert done.returncode == 1
        assert "passphrase" in done.stderr
        assert "Traceback" not in done.stderr
        assert "hmac" not in done.stderr


def test_the_app_runs_on_it_and_its_backups_are_encrypted_and_come_back(encrypted):
    live = Live(encrypted, SURCEASE_PASSPHRASE=OLD)
    try:
        client = live.client()
        assert client.act(attack(notes=PLANTED + "-2"))[0]["status"] == "done"
        assert client.get("/")[0] == 200
        assert (
            json.loads(client.get("/log/state")[1])["latest"] is None
        )  # nothing to keep a copy by
        backup = encrypted.parent / "backup.sqlite3"
        done = run_surcease(encrypted, "backup", backup, SURCEASE_PASSPHRASE=OLD)
        assert done.returncode == 0, done.stderr
        assert is_encrypted(backup)
        client.act(attack(notes=PLANTED + "-3"))
        assert not holds(encrypted, PLANTED.encode())
    finally:
        live.kill()
    elsewhere = encrypted.parent / "elsewhere"
    for folder in (encrypted, elsewhere):
        done = run_surcease(folder, "restore", backup, SURCEASE_PASSPHRASE=OLD)
        assert done.returncode == 0, done.stderr
        assert is_encrypted(folder / "diary.sqlite3")


def first_word_of_the_worker(folder, passphrase):
    """Start the process that makes results as the app does, and return what it says first."""
    command = [sys.executable, "-m", "surcease.web.results.worker"]
    with subprocess.Popen(  # noqa: S603  our own command
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={
            **os.environ,
            "SURCEASE_DATA": str(folder),
            "DJANGO_SETTINGS_MODULE": "surcease.web.settings",
        },
    ) as worker:
        worker.stdin.write(f"{json.dumps({'passphrase': passphrase, 'treatment': ''})}\n")
        worker.stdin.flush()
        said = json.loads(worker.stdout.readline())
        worker.kill()
    return said


def test_the_process_that_makes_results_is_handed_the_passphrase(encrypted):
    assert "stage" in first_word_of_the_worker(encrypted, OLD)
    assert "failed" in first_word_of_the_worker(encrypted, None)


def test_another_passphrase_and_plain_again(encrypted):
    done = run_surcease(encrypted, "encrypt", said=NEW, SURCEASE_PASSPHRASE=OLD)
    assert done.returncode == 0, done.stderr
    old = run_surcease(encrypted, "encrypt", "--remove", SURCEASE_PASSPHRASE=OLD)
    assert old.returncode == 1
    done = run_surcease(encrypted, "encrypt", "--remove", SURCEASE_PASSPHRASE=NEW)
    assert done.returncode == 0, done.stderr
    assert holds(encrypted, PLANTED.encode())
    live = Live(encrypted)
    assert live.client().get("/")[0] == 200
    live.kill()
