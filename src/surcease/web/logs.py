"""Log lines that hold no diary content, whatever the code that writes them was given."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any

_OURS = "surcease"

SETTINGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "surcease.web.logs.WithoutContent"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}


class WithoutContent(logging.Formatter):
    """Say where and what kind, never with what: neither messages of errors nor addresses.

    Only what Surcease itself logs keeps its words. Of a request the route is told, not the path
    and not the query; of an error its type and the lines of code that it came through.
    """

    def format(self, record: logging.LogRecord) -> str:
        words = record.getMessage() if record.name.startswith(_OURS) else _of_request(record)
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {words}".rstrip()
        if record.exc_info and record.exc_info[0]:
            line = f"{line}\n{_trace(record.exc_info[0], record.exc_info[2])}"
        return line


def _of_request(record: logging.LogRecord) -> str:
    request = getattr(record, "request", None)
    match = getattr(request, "resolver_match", None)
    route = f"/{match.route}" if match else ""
    status = getattr(record, "status_code", "")
    return " ".join(filter(None, (str(status), getattr(request, "method", ""), route)))


def _trace(kind: type[BaseException], where: TracebackType | None) -> str:
    frames = (
        f"  {each.filename}:{each.lineno} {each.name}" for each in traceback.extract_tb(where)
    )
    return "\n".join([*frames, f"  {kind.__name__}"])
