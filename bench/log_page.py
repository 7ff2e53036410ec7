"""Time the log page as a slow phone would open it, with the server gone: CPU throttled four times.

Prints the median of several starts: first contentful paint, until the page can be used, and from
the start of the page to an attack that is on the device's disk. Run it on a quiet machine, with
`PYTHONPATH=src:tests .venv/bin/python bench/log_page.py`.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from web.live import Live
from web.made import attack
from web.seen import PHONE, chromium

SLOWER = 4
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
STORED = "html:not([data-unsent='0']) #running .clock"


def measure(page: Page, address: str) -> dict[str, float]:
    started = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.get_by_role("button", name="Attack", exact=True).wait_for()
    page.wait_for_selector("html[data-ready]")
    usable = time.perf_counter() - started
    page.get_by_role("button", name="Attack", exact=True).tap()
    page.wait_for_selector(STORED)
    stored = time.perf_counter() - started
    paint = page.evaluate(FIRST_PAINT)
    page.get_by_role("button", name="Undo").tap()
    page.wait_for_selector("#start:not([hidden])")
    return {"first paint": paint / 1000, "usable": usable, "attack stored": stored}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=9)
    starts = parser.parse_args().starts
    with TemporaryDirectory() as folder, chromium() as browser:
        live = Live(Path(folder) / "data")
        client = live.client()
        day = "2026-11-{:02d}T{:02d}:00:00+00:00"
        client.act(*(attack(at=day.format(1 + n // 8, n % 8)) for n in range(200)))
        page = browser.new_context(viewport=PHONE, has_touch=True).new_page()
        page.goto(live.new_link())
        page.wait_for_function("() => navigator.serviceWorker.controller")
        page.wait_for_selector("html[data-unsent='0']")
        live.kill()
        slow = page.context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        runs = [measure(page, f"{live.origin}/") for _ in range(starts)]
    for name in runs[0]:
        seconds = sorted(run[name] for run in runs)
        middle = statistics.median(seconds)
        print(f"{name}: {middle:.2f} s (from {seconds[0]:.2f} to {seconds[-1]:.2f})")


if __name__ == "__main__":
    main()
