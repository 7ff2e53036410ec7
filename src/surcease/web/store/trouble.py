"""What the user is told when the diary's file cannot be read or written."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Mapping

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from surcease.web.problem import problem
from surcease.web.store.copies import Damaged
from surcease.web.store.sqlite_code import DAMAGE, primary_code

logger = logging.getLogger(__name__)

_DAMAGED = later("The diary's file is damaged. Restore a backup.")

_REASONS: Mapping[int, Promise] = {
    sqlite3.SQLITE_FULL: later("The disk is full. Nothing of this was saved; free some space."),
    sqlite3.SQLITE_IOERR: later("The disk did not take it. Nothing of this was saved."),
    sqlite3.SQLITE_BUSY: later("Another program holds the diary. Nothing of this was saved yet."),
    sqlite3.SQLITE_READONLY: later("The diary's file is read-only. Nothing of this was saved."),
    sqlite3.SQLITE_CANTOPEN: later("The diary's file cannot be opened. Nothing was saved."),
    **dict.fromkeys(DAMAGE, _DAMAGED),
}


class StoreTrouble:
    """Answer 503, so that a client keeps what it sent and tries again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        reason = reason_of(error)
        if reason is None:
            return None
        code = getattr(error.__cause__, "sqlite_errorname", type(error).__name__)
        logger.error("the diary's file could not be used: %s", code)
        return problem(request, 503, _("Not saved"), reason)


def reason_of(error: Exception) -> str | None:
    """Return what to tell about an error of the file itself; None for any other error."""
    if isinstance(error, Damaged):  # a copy is looked at as a whole, pages that nobody read too
        return str(_DAMAGED)
    of_sqlite = error.__cause__ if isinstance(error, DatabaseError) else error
    code = primary_code(of_sqlite)
    return str(_REASONS[code]) if code in _REASONS else None
