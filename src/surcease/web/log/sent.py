from __future__ import annotations

from typing import Any

from surcease.web.record.models import Entry


def as_sent(entry: Entry) -> dict[str, Any]:
    """Return an entry as the page's own code knows it."""
    return {
        "id": str(entry.id),
        "kind": entry.kind,
        "cells": entry.cells,
        "version": entry.number,
        "deleted": entry.deleted,
    }
