"""docs/reference/schedule-json.md names every key that a schedule prints, and no other."""

import re

from strategies.schedules import told
from surcease.analysis.schedule import to_dict

ROW = re.compile(r"^\| ((?:`\w+`(?:, )?)+) \|", re.MULTILINE)


def keys_of(document):
    point = document["by_interval"][0]
    return {*document, *point}


def test_every_key_is_on_the_page(root):
    page = (root / "docs/reference/schedule-json.md").read_text(encoding="utf-8")
    named = {name for row in ROW.findall(page) for name in re.findall(r"`(\w+)`", row)}
    assert named == keys_of(to_dict(told()))
