"""docs/reference/reasons.md has every code with the words that reports use."""

import re

from surcease.effects.reasons import EXPLANATIONS, MOVES_WITH
from surcease.effects.severity import reasons as severity_reasons

ROW = re.compile(r"^\| `([\w:]+)` \| ([^|]+?) \|", re.MULTILINE)


def test_every_reason_is_documented_in_its_own_words(root):
    page = (root / "docs/reference/reasons.md").read_text(encoding="utf-8")
    documented = {code.partition(":")[0]: words for code, words in ROW.findall(page)}
    all_reasons = EXPLANATIONS | severity_reasons.EXPLANATIONS
    expected = {code: words.format("NAME") for code, words in all_reasons.items()}
    assert documented == expected


def test_a_code_that_names_a_treatment_is_shown_with_a_name(root):
    page = (root / "docs/reference/reasons.md").read_text(encoding="utf-8")
    assert f"`{MOVES_WITH}:NAME`" in page
