"""A part of the benchmark is a process of its own that writes what it found as JSON."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from importlib.util import find_spec

from speed.claims import Claim, Finding


def say(finding: Finding) -> None:
    json.dump(asdict(finding), sys.stdout)


def heard(text: str) -> Finding:
    found = json.loads(text)
    return Finding(tuple(Claim(**each) for each in found["claims"]), found["section"])


def missing(*modules: str) -> str:
    """Return which modules are not installed, in words; empty if all are."""
    absent = [name for name in modules if find_spec(name) is None]
    return f"{' and '.join(absent)} not installed" if absent else ""
