"""Whatever page is looked at, another program that opens and closes the file harms nothing."""

import sqlite3
from contextlib import closing

from web.live import Live, run_surcease
from web.made import attack
from web.written import written


def looked_at_and_written_in_turn(live, another_program):
    """Write, look at the page that reads the file, and let another program come and go."""
    client, acknowledged = live.client(), []
    for day in range(1, 6):
        action = attack(at=f"2026-03-{day:02}T02:10:00+01:00")
        assert client.act(action)[0]["status"] == "done"
        acknowledged.append(action["id"].replace("-", ""))
        assert client.get("/backup/")[0] == 200
        another_program()
    return set(acknowledged)


def test_a_program_that_reads_the_file_takes_nothing_from_under_the_app(tmp_path):
    live = Live(tmp_path / "data")
    file = live.data / "diary.sqlite3"

    def another_program():
        with closing(sqlite3.connect(file)) as connection:
            connection.execute("SELECT count(*) FROM record_version").fetchone()

    acknowledged = looked_at_and_written_in_turn(live, another_program)
    assert_all_there(live, acknowledged)


def test_nor_does_a_command_of_the_app_itself(tmp_path):
    live = Live(tmp_path / "data")

    def another_program():
        done = run_surcease(live.data, "backup", tmp_path / "backup.sqlite3", "--replace")
        assert done.returncode == 0, done.stderr

    acknowledged = looked_at_and_written_in_turn(live, another_program)
    assert_all_there(live, acknowledged)


def assert_all_there(live, acknowledged):
    live.kill()
    found = written(live.data / "diary.sqlite3")
    assert found.faults == []
    assert set(found.actions) == acknowledged
