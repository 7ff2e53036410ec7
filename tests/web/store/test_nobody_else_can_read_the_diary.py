import os

from web.live import run_surcease


def test_the_diary_is_its_owners_also_in_a_folder_that_everyone_can_read(tmp_path):
    before = os.umask(0o022)
    try:
        for name in ("new", "restored"):
            (tmp_path / name).mkdir()
        backup = tmp_path / "backup.sqlite3"
        done = run_surcease(tmp_path / "new", "backup", backup)
        assert done.returncode == 0, done.stderr
        done = run_surcease(tmp_path / "restored", "restore", backup)
        assert done.returncode == 0, done.stderr
    finally:
        os.umask(before)
    modes = {
        name: (tmp_path / name / "diary.sqlite3").stat().st_mode for name in ("new", "restored")
    }
    assert {name: mode & 0o77 for name, mode in modes.items()} == {"new": 0, "restored": 0}
