"""docs/reference/safety-rules.md lists every rule as the code has it."""

import re

from strategies.clinic import told
from surcease.safety import check
from surcease.safety.contract import to_dict


def test_the_page_lists_the_rules_of_the_code(tool):
    page = tool("safety-rules-docs")
    text = page["PAGE"].read_text(encoding="utf-8")
    assert text == page["with_rules"](text)


def test_every_key_of_the_json_is_explained(root):
    page = (root / "docs/reference/safety-rules.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"`(\w+)`", page))
    printed = to_dict(check(told(["at 0:00 Imigran injection 8 mg"]).diary))
    parts = (printed, printed["findings"][0], printed["findings"][0]["doses"][0])
    keys = set().union(*parts, printed["findings"][0]["rests_on"][0], printed["needs"][0])
    assert keys - explained == set()
