"""Pages as a person sees them: real Chromium, where any error on its console fails the test."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from needs import program

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}

SCREENSHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"

_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch_options() -> dict[str, Any]:
    """Return where Chromium lies and how it starts here, or skip the test."""
    found = program("chromium", "chromium-browser")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {"executable_path": found, "args": [*_FLAGS, *(["--no-sandbox"] if root else [])]}


@contextmanager
def chromium() -> Iterator[Browser]:
    options = launch_options()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


class Window:
    """A browser profile of its own; `errors` are what its pages wrote to the console as errors."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.errors: list[str] = []
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))

    def open(self, address: str) -> Page:
        page = self.context.new_page()
        page.goto(address)
        return page

    def _listen(self, message) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url', '')})")


@contextmanager
def window(browser: Browser, viewport: dict[str, int], **options) -> Iterator[Window]:
    """Open a window of that size and hold at its end that no page had an error."""
    context = browser.new_context(viewport=viewport, **options)
    try:
        shown = Window(context)
        yield shown
        if shown.errors:
            pytest.fail("errors on the console:\n" + "\n".join(shown.errors))
    finally:
        context.close()


def screenshot(page: Page, name: str) -> None:
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
