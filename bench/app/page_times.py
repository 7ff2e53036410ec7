from __future__ import annotations

import logging
from datetime import UTC, datetime
from statistics import median
from time import perf_counter, process_time
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
from surcease.web.results.treatments import treatments_of

MOST_MS = 150
TIMES = 9


def report() -> int:
    """Print a line for each page; return 1 where one was slow."""
    logging.disable()  # of addresses that only take what is sent to them
    record(list(actions_of(large_diary(), datetime.now(UTC))), source="import")
    make_results(lambda _stage, _share: None)
    client = Client(SERVER_NAME="localhost")
    client.get(f"/enter/{link.make_token()}")
    entry = Entry.objects.filter(kind="attacks").order_by("-on")[0].pk
    result = Result.objects.get()
    treatment = next(each.ref for each in treatments_of(result) if each.how_often)
    known = {"entry": entry, "result": result.pk, "name": "timeline", "treatment": treatment}
    print(f"{'page':<40}{'status':>7}{'ms':>7}{'elapsed':>9}{'queries':>9}{'kB':>7}")
    lines = [_line(client, each, str(entry)) for each in addresses(**known)]
    slowest = max(each for each in lines if each is not None)
    print(f"slowest: {slowest:.0f} ms of this process")
    return 1 if slowest > MOST_MS else 0


def _line(client: Client, address: str, entry: str) -> float | None:
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    queries = len(asked)
    if response.status_code == 405:
        return None
    own, elapsed = zip(*(_ms(client, address) for _ in range(TIMES)), strict=True)
    size = 0.0 if response.streaming else len(response.content) / 1000
    shown = f"{address.replace(entry, '(entry)'):<40}{response.status_code:>7}"
    print(f"{shown}{median(own):7.1f}{median(elapsed):9.1f}{queries:>9}{size:7.0f}", flush=True)
    return median(own)


def _ms(client: Any, address: str) -> tuple[float, float]:
    """Return what this process worked, to which other work adds nothing, and how long it took."""
    own, started = process_time(), perf_counter()
    client.get(address)
    return 1000 * (process_time() - own), 1000 * (perf_counter() - started)
