"""Actions as a client makes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

from surcease.web.record.uuid7 import uuid7

NOON = datetime(2024, 3, 1, 12, tzinfo=UTC)


def said(entry=None, do="put", kind="attacks", minutes=0, **cells):
    """Return an action as it goes over the wire, made so many minutes after noon."""
    return {
        "id": str(uuid7()),
        "entry": str(entry or uuid7()),
        "kind": kind,
        "do": do,
        "cells": cells,
        "made_at": (NOON + timedelta(minutes=minutes)).isoformat(),
    }


def attack(entry: UUID | str | None = None, at="2026-03-01T02:10:00+01:00", minutes=0, **cells):
    return said(entry, minutes=minutes, started_at=at, **cells)
