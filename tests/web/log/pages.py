"""The log page as a person uses it."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Error, Page, Route

from surcease.diary import Diary, read_diary
from web.seen import PHONE, Window, launch_options

_MAIN = 'script[src$="log/main.js"]'
_STORE, _ARCHIVE = (
    f"import(document.querySelector('{_MAIN}').src.replace('main', '{module}'))"
    for module in ("store", "archive")
)
_HAS_EVERYTHING = f"""async () => {{
  const state = await (await {_STORE}).state();
  return Boolean(state?.latest) && state.latest === (await (await {_ARCHIVE}).upto());
}}"""
_PATIENCE_S = 30
_OF_THE_NETWORK = "Failed to load resource: "


def entries(client) -> list[dict]:
    """Return the entries that the server tells the page."""
    return json.loads(client.get("/log/state")[1])["entries"]


def cells_of(client, entry: str) -> dict[str, str]:
    return next(each["cells"] for each in entries(client) if each["id"] == entry)


def exported(log: Log, path: Path, *, everything: bool = False) -> Diary:
    """Return the diary as the page "Take it with you" hands it out; the browser leaves the log."""
    log.page.goto(urljoin(log.page.url, "/export/"))
    if everything:
        log.page.get_by_label("Also what speaks of not wanting to live").check()
    with log.page.expect_download() as download:
        log.page.get_by_role("button", name="Save the diary").click()
    download.value.save_as(path)
    return read_diary(path)


class Log:
    """The log page in one tab: what a thumb does, and what stands there."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.set_default_timeout(_PATIENCE_S * 1_000)
        self.ready()

    def ready(self) -> None:
        self.page.wait_for_selector("html[data-ready]")

    def reload(self) -> None:
        self.page.reload()
        self.ready()

    def press(self, name: str, within: str = "main") -> None:
        self.page.locator(within).get_by_role("button", name=name, exact=True).click()

    def show(self, view: str) -> None:
        self.page.evaluate("view => { location.hash = view }", view)
        self.page.locator("#now" if view == "now" else f"#{view}.open").wait_for()

    def fill(self, view: str, **cells: str) -> None:
        for name, text in cells.items():
            field = self.page.locator(f'#{view} [name="cell.{name}"]').first
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(text)
            elif field.get_attribute("type") == "radio":
                self.page.locator(f'#{view} [name="cell.{name}"][value="{text}"]').check()
            else:
                field.fill(text)

    def write(self, view: str, **cells: str) -> None:
        """Fill a form in and save it."""
        self.show(view)
        self.fill(view, **cells)
        self.save(view)

    def save(self, view: str) -> None:
        self.press("Save", f"#{view}")
        self.page.locator("#now").wait_for()

    def stored(self, words: str) -> None:
        """Wait until the page says that something is stored."""
        self.page.locator("#done", has_text=words).wait_for()

    def lately(self) -> list[str]:
        return self.page.locator('#lately [data-fill="words"]').all_inner_texts()

    def open_entry(self, words: str = "", entry: str = "") -> None:
        self.page.locator(f'#lately a[href*="/{entry}"]', has_text=words).first.click()
        self.page.locator(".view.open").wait_for()

    def unsent(self) -> int:
        return len(self.waiting())

    def waiting(self) -> list[dict]:
        return self.page.evaluate(f"async () => (await {_STORE}).actions()")

    def archived(self) -> list[dict]:
        """Return the copy of all entries that this device keeps."""
        return self.page.evaluate(f"async () => (await {_ARCHIVE}).all()")

    def forget_archived(self) -> None:
        self.page.evaluate(f"async () => (await {_ARCHIVE}).forget()")

    def has_everything(self) -> None:
        """Wait until the copy is as the server told last."""
        self._wait_until(_HAS_EVERYTHING)

    def has_copy_of(self, number: int) -> None:
        self._wait_until(f"async () => (await (await {_ARCHIVE}).all()).length === {number}")

    def _wait_until(self, it_is_so: str) -> None:
        """Wait for an asynchronous condition, whose promise alone Playwright takes for a yes."""
        until = time.monotonic() + _PATIENCE_S
        while not self.page.evaluate(it_is_so):
            assert time.monotonic() < until, it_is_so
            self.page.wait_for_timeout(100)

    def all_sent(self) -> None:
        self.page.wait_for_selector('html[data-unsent="0"]')

    def kept(self) -> None:
        """Wait until the service worker holds the page, so that it opens with the server gone."""
        self.page.wait_for_function("() => navigator.serviceWorker.controller")


@contextmanager
def profile(browser, folder):
    """Open the browser of one device; what it kept is there when it is opened again."""
    context = browser.browser_type.launch_persistent_context(
        folder, viewport=PHONE, **launch_options()
    )
    shown = Window(context)
    try:
        yield shown
    finally:
        context.close()
    assert not faults(shown)


def faults(window: Window) -> list[str]:
    return [each for each in window.errors if not each.startswith(_OF_THE_NETWORK)]


@contextmanager
def without_server(browser, viewport, **options):
    """Open a window in which the server may be gone; any other error fails."""
    context = browser.new_context(viewport=viewport, **options)
    try:
        shown = Window(context)
        yield shown
        assert not faults(shown)
    finally:
        context.close()


def without_a_copy(route: Route) -> None:
    """Answer for the state as an encrypted diary does."""
    with suppress(Error):  # the page that asked is gone
        answer = route.fetch()
        if answer.ok:
            route.fulfill(response=answer, json={**answer.json(), "latest": None})
        else:
            route.fulfill(response=answer)
