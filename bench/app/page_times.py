from __future__ import annotations

from datetime import UTC, datetime
from statistics import median
from time import perf_counter
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from app.addresses import addresses
from app.large_diary import large_diary
from surcease.web.access import link
from surcease.web.record.actions import record
from surcease.web.record.cells_of import actions_of
from surcease.web.record.models import Entry
from surcease.web.results.making import make_results
from surcease.web.results.models import Result

MOST_MS = 150
TIMES = 9


def report() -> int:
    """Print a line for each page; return 1 where one was slow."""
    record(list(actions_of(large_diary(), datetime.now(UTC))), source="import")
    make_results(lambda _stage, _share: None)
    client = Client(SERVER_NAME="localhost")
    client.get(f"/enter/{link.make_token()}")
    entry = Entry.objects.filter(kind="attacks").order_by("-on")[0].pk
    known = {"entry": entry, "result": Result.objects.get().pk, "name": "timeline"}
    print(f"{'page':<44}{'status':>7}{'ms':>8}{'queries':>9}{'kB':>8}")
    times = [_line(client, each, str(entry)) for each in addresses(**known)]
    print(f"slowest: {max(times):.0f} ms")
    return 1 if max(times) > MOST_MS else 0


def _line(client: Client, address: str, entry: str) -> float:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    ms = median(_ms(client, address) for _ in range(TIMES))
    size = 0.0 if response.streaming else len(response.content) / 1000
    shown = address.replace(entry, "(entry)")
    print(f"{shown:<44}{response.status_code:>7}{ms:8.1f}{len(asked):>9}{size:8.0f}", flush=True)
    return ms


def _ms(client: Any, address: str) -> float:
    started = perf_counter()
    client.get(address)
    return 1000 * (perf_counter() - started)
