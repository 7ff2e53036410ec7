from pathlib import Path

import pytest

from surcease.exchange import Choices, open_source

ZONE = "Europe/Copenhagen"


@pytest.fixture
def data():
    return Path(__file__).parent / "data"


@pytest.fixture
def import_table(tmp_path):
    """Import the text of one CSV file, as it would lie on a disk."""

    def imported(text, name="diary.csv", **choices):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return open_source([path], Choices(**{"zone": ZONE, **choices}))

    return imported
