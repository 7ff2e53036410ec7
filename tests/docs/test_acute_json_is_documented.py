"""docs/reference/acute-json.md names every key that `surcease acute --json` prints."""

import re

from strategies.entries import attack, diary, dose, moment
from surcease.acute.analyze import analyze_acute
from surcease.acute.contract import to_dict

VARIED = frozenset({"mild", "severe", "within 10 min", "10 to 30 min", "15", "30", "60"})


def keys_of(part):
    if isinstance(part, list):
        return set().union(*map(keys_of, part))
    if not isinstance(part, dict):
        return set()
    return set(part).union(*map(keys_of, part.values()))


def test_every_key_is_on_the_page(root):
    days = [f"2024-03-{day:02}" for day in range(1, 21)]
    attacks = [attack(f"{on}T08:00", ended_at=moment(f"{on}T09:10"), intensity=8) for on in days]
    doses = [dose(f"{on}T08:05", ("O2", "sumatriptan_sc")[n % 2]) for n, on in enumerate(days)]
    doses.append(dose("2024-03-01T08:05"))
    printed = to_dict(analyze_acute(diary(*attacks, doses=tuple(doses))))
    assert printed["comparison"]
    page = (root / "docs/reference/acute-json.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    assert keys_of(printed) - named - VARIED == set()
