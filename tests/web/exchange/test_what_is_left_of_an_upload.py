import os
import time

from web.live import Live

DAY = 24 * 3600


def test_files_of_an_import_that_nobody_came_back_to_are_gone_when_the_app_starts(tmp_path):
    uploads = tmp_path / "data" / "uploads"
    for name, age in (("old", DAY + 60), ("new", 60)):
        (uploads / name).mkdir(parents=True)
        (uploads / name / "0").write_text("a diary")
        os.utime(uploads / name, (time.time() - age,) * 2)
    live = Live(tmp_path / "data")
    try:
        live.client()
        assert [each.name for each in uploads.iterdir()] == ["new"]
    finally:
        live.kill()
