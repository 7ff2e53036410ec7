"""The process that makes results: it says on its output how far it is, and ends with its parent.

It is a process and not a thread, since for seconds at a time it would let no request through; and
it is killed, not asked, when the app ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from threading import Thread

from surcease.diary import DiaryError
from surcease.web.results.stages import Failure, Stage
from surcease.web.start import load_django
from surcease.web.store import in_use, passphrase

_NICE = 10
_ORPHANED = 3


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the app, which ends this one
    handed_over = json.loads(sys.stdin.readline())
    Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(_NICE)  # whoever logs an attack goes first
    failure = attempt(lambda: _make(handed_over))
    if failure:
        _print(failed=failure.value)


def attempt(make: Callable[[], None]) -> Failure | None:
    """Do it, and return why it failed; of the reason only what cannot quote the diary is told."""
    try:
        make()
    except MemoryError:
        return Failure.MEMORY
    except DiaryError:
        return Failure.DIARY
    except Exception as error:  # noqa: BLE001  whatever it is, the page has to say something
        _tell_where(error)
        return Failure.PROGRAM
    return None


def _make(handed_over: dict[str, str | None]) -> None:
    known, treatment = handed_over["passphrase"], handed_over["treatment"]
    if known is not None:
        passphrase.remember(known)
    in_use.hold()
    load_django()  # models need Django ready
    if treatment:
        import_module("surcease.web.results.checking").make_checks(treatment, _say)
    else:
        import_module("surcease.web.results.making").make_results(_say)


def _say(stage: Stage, share: float) -> None:
    _print(stage=stage.value, share=round(share, 3))


def _print(**said: object) -> None:
    sys.stdout.write(f"{json.dumps(said)}\n")
    sys.stdout.flush()


def _tell_where(error: Exception) -> None:
    where = traceback.extract_tb(error.__traceback__)[-1]
    sys.stderr.write(f"analysis: {type(error).__name__} at {where.filename}:{where.lineno}\n")


def _end_with_parent() -> None:
    """Wait for the end of the input, which comes when the app is gone, however it went."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(_ORPHANED)


if __name__ == "__main__":
    main()
