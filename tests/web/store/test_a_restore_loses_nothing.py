"""Whatever is written while a backup takes the diary's place is in the copy or in the new diary."""

import os
import subprocess
import sys

import pytest

from web.live import run_surcease

RESTORE_WHILE_SOMEBODY_WRITES = """
import sqlite3, sys
from contextlib import closing
from pathlib import Path
from surcease.web.restoring import restore_from
from surcease.web.store import place, restore

keep = restore.keep

def keep_and_write(reason):
    kept = keep(reason)
    with closing(sqlite3.connect(place.database(), timeout=0)) as other:
        try:
            other.execute("UPDATE record_entry SET number = 7")
            print("written")
        except sqlite3.OperationalError as error:
            print(error)
        print(other.execute("SELECT count(*) FROM record_entry").fetchone())
    return kept

restore.keep = keep_and_write
restore_from(Path(sys.argv[1]), None, None)
"""


@pytest.fixture
def backup(tmp_path):
    """A backup of a diary that was never written to."""
    done = run_surcease(tmp_path / "data", "backup", tmp_path / "backup.sqlite3")
    assert done.returncode == 0, done.stderr
    return tmp_path / "backup.sqlite3"


def test_nobody_writes_between_the_copy_of_the_old_diary_and_the_new_one(backup):
    done = subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", RESTORE_WHILE_SOMEBODY_WRITES, backup],
        env={**os.environ, "SURCEASE_DATA": str(backup.parent / "data")},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.stdout.splitlines() == ["database is locked", "(0,)"], done.stderr
