"""Has a report laid out by a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys

from surcease.reports.choices import ReportChoices
from surcease.web.reports.form import as_text
from surcease.web.reports.worker import Refusal
from surcease.web.store import passphrase

LONGEST_S = 180
_COMMAND = (sys.executable, "-m", "surcease.web.reports.worker")


def printed(choices: ReportChoices) -> bytes | Refusal:
    """Have a report laid out by a process of its own."""
    try:
        done = subprocess.run(  # noqa: S603  our own command
            _COMMAND,
            input=f"{json.dumps(passphrase.known())}\n{as_text(choices)}".encode(),
            stdout=subprocess.PIPE,
            timeout=LONGEST_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Refusal.FAILED
    if done.stdout.startswith(b"%PDF-"):
        return done.stdout
    return Refusal.NEWER if done.stdout == Refusal.NEWER.encode() else Refusal.FAILED
