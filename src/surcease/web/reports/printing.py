"""A report of the record, from the analysis that is kept of it."""

from __future__ import annotations

import json
import subprocess
import sys

from surcease.analysis.stored import from_stored
from surcease.diary.digest import digest
from surcease.reports.choices import ReportChoices
from surcease.reports.pdf import render_pdf
from surcease.version import __version__
from surcease.web.record.diary_of import diary_of_record
from surcease.web.reports.form import as_text, from_text
from surcease.web.reports.worker import Refusal
from surcease.web.results.keeping import newest_part
from surcease.web.store import passphrase

KEPT_AS = "analysis.stored"
LONGEST_S = 180
_COMMAND = (sys.executable, "-m", "surcease.web.reports.worker")


def report_of_record(choices: str) -> bytes:
    """Lay out a report, or say that what is kept is not of all that is written down by now."""
    diary, part = diary_of_record(), newest_part(KEPT_AS)
    made_from = (digest(diary), __version__)
    if part is None or (part.result.digest, part.result.program) != made_from:
        return Refusal.NEWER.encode()
    return render_pdf(diary, from_stored(part.text), from_text(choices))


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
