"""One import from its files to the record. Reading and writing happen in a thread of their own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from threading import Event, Thread
from uuid import UUID, uuid4

from django.db import connection
from django.utils.translation import gettext as _

from surcease.diary import DiaryError
from surcease.exchange import (
    AmbiguousDates,
    Choices,
    Imported,
    ZoneMissing,
    is_ours,
    open_source,
    read_any,
)
from surcease.formulary.wording import error_in_words
from surcease.web.exchange.plan import Plan, plan_for
from surcease.web.exchange.storing import Stored, store_new
from surcease.web.exchange.uploads import Upload

_log = logging.getLogger(__name__)


class Stage(StrEnum):
    READING = "reading"
    ZONE = "zone"
    DATE_ORDER = "date order"
    REFUSED = "refused"
    READY = "ready"
    WRITING = "writing"
    DONE = "done"


class Job:
    """What is known of an import so far; `refusal` says in words what cannot be read."""

    def __init__(self, upload: Upload, choices: Choices) -> None:
        self.id: UUID = uuid4()
        self.choices = choices
        self.stage = Stage.READING
        self.refusal = ""
        self.imported: Imported | None = None
        self.plan: Plan | None = None
        self.stored: Stored | None = None
        self._upload = upload
        self._idle = Event()
        self._idle.set()

    def read(self, choices: Choices) -> None:
        self.choices = choices
        self._start(Stage.READING, self._read)

    def write(self) -> None:
        if self.stage is Stage.READY:
            self._start(Stage.WRITING, self._write)

    def wait(self, seconds: float) -> None:
        self._idle.wait(seconds)

    @property
    def is_busy(self) -> bool:
        return not self._idle.is_set()

    def close(self) -> None:
        self._upload.remove()

    def _start(self, stage: Stage, work: Callable[[], None]) -> None:
        if self.is_busy:
            return
        self.stage, self.refusal = stage, ""
        self._idle.clear()
        Thread(target=self._run, args=(work,), name=f"import {stage}", daemon=True).start()

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # noqa: BLE001  nobody else hears of it in a thread
            # Of what went wrong only the kind is told: a message could quote the diary.
            _log.error("An import failed: %s", type(error).__name__)
            self._refuse(_("Something went wrong in the app itself. Nothing was added."))
        finally:
            connection.close()
            self._idle.set()

    def _read(self) -> None:
        try:
            imported = self._open()
            self.imported, self.plan = imported, plan_for(imported.diary)
            self.stage = Stage.READY
        except ZoneMissing:
            self.stage = Stage.ZONE
        except AmbiguousDates:
            self.stage = Stage.DATE_ORDER
        except DiaryError as error:
            self._refuse(error_in_words(error))

    def _open(self) -> Imported:
        paths = self._upload.paths
        if len(paths) == 1 and is_ours(paths[0]):
            return read_any(paths)
        imported = open_source(paths, self.choices, self._upload.names)
        self.choices = replace(imported.choices, treatments=self.choices.treatments)
        return imported

    def _refuse(self, reason: str) -> None:
        self.stage, self.refusal = Stage.REFUSED, reason

    def _write(self) -> None:
        if self.imported is not None and self.plan is not None:
            self.stored = store_new(self.imported.diary, self.plan)
        self.stage = Stage.DONE
        self.close()
