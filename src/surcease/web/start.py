"""Make Django ready in this process: everything that touches the app's diary begins here."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import translation

from surcease import language
from surcease.web.store import in_use, key, passphrase, place
from surcease.web.store.connection import opened
from surcease.web.store.kept import keep
from surcease.web.store.lock_file import locking
from surcease.web.store.passphrase import Ask


def start(ask: Ask = None) -> None:
    """Make the folder if there is none, unlock the file, and bring its tables up to date.

    `ask` gets the passphrase of an encrypted file; without it only the environment can hold one.
    """
    place.make()
    in_use.hold()
    passphrase.unlock(place.database(), ask)
    place.reserve(place.database())
    load_django()
    with alone(place.folder()):
        _migrate()


def load_django() -> None:
    key.hold(place.database())
    os.environ["DJANGO_SETTINGS_MODULE"] = "surcease.web.settings"
    django.setup()
    language.speak(translation, translation.get_language() or language.ENGLISH)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process at a time change tables; SQLite's own locks work on every system."""
    file = folder / "starting.lock"
    with opened(file, None) as lock:
        with locking(file):
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _migrate() -> None:
    """Keep a copy of a diary that an earlier version made before changing its tables."""
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    if executor.loader.applied_migrations:
        keep("upgrade")
    call_command("migrate", verbosity=0, interactive=False)
