"""The process that lays out a report: choices come in, a PDF goes out, or a word on why not.

The first line that comes in is the passphrase of an encrypted file, as JSON; the rest is the
choices. It is a process and not a thread, since for a second or more it would let no request
through.
"""

from __future__ import annotations

import json
import os
import sys
from enum import StrEnum
from importlib import import_module

from surcease.web.results.worker import attempt
from surcease.web.start import load_django
from surcease.web.store import in_use, passphrase

_NICE = 10


class Refusal(StrEnum):
    """Why there is no report."""

    NEWER = "newer"
    FAILED = "failed"


def main() -> None:
    if hasattr(os, "nice"):
        os.nice(_NICE)
    known = json.loads(sys.stdin.readline())
    written: list[bytes] = []
    failure = attempt(lambda: written.append(_report(known, sys.stdin.read())))
    sys.stdout.buffer.write(Refusal.FAILED.encode() if failure else written[0])


def _report(known: str | None, choices: str) -> bytes:
    if known is not None:
        passphrase.remember(known)
    in_use.hold()
    load_django()
    written: bytes = import_module("surcease.web.reports.laying_out").report_of_record(choices)
    return written


if __name__ == "__main__":
    main()
