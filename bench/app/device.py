"""A browser of its own with the log page of the app, which is cut off and closed now and then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from random import Random
from typing import Any

from playwright.sync_api import Browser, Error, Page, Route
from playwright.sync_api import TimeoutError as TooLate

from web.live import Live
from web.log.pages import Log
from web.seen import PHONE

STORED_WITHIN_MS = 10_000

CUT_OR_BACK = 0.08
CLOSED = 0.05
ANSWER_LOST = 0.1
"""How probable it is that before an action the network changes, that the page is closed, and that
the app records what a page sends but the page is not told.
"""

LOG_WHAT_IS_STORED = """
const add = IDBObjectStore.prototype.add;
IDBObjectStore.prototype.add = function (action) {
  if (this.name === "actions") this.transaction.addEventListener("complete", () => {
    const before = JSON.parse(localStorage.stored ?? "[]");
    localStorage.stored = JSON.stringify([...before, action]);
  });
  return add.apply(this, arguments);
};
"""
"""What the disk took is written down beside the queue, which forgets what was sent."""

STORED = "JSON.parse(localStorage.stored ?? '[]')"

type Press = Callable[[Device], None]


class Device:
    """A browser of its own with one page of the app, and the dice that say what is pressed."""

    def __init__(self, browser: Browser, live: Live, seed: int) -> None:
        self.dice = Random(seed)
        self.live = live
        self.context = browser.new_context(viewport=PHONE)
        self.context.add_init_script(LOG_WHAT_IS_STORED)
        self.context.on("weberror", lambda error: self.errors.append(str(error.error)))
        self.errors: list[str] = []
        self.chance = Random(seed)  # apart: when something is sent depends on the machine
        self.tried: Counter[str] = Counter()
        self.context.route("**/actions", self._perhaps_lose_the_answer)
        self.offline = False
        self.closed = 0
        self.pressed: Counter[str] = Counter()
        self.news = count(1)
        self.page = self._opened(live.new_link())
        self.log.kept()
        self.log.has_everything()

    @property
    def log(self) -> Log:
        return Log(self.page)

    @property
    def stored(self) -> list[dict[str, Any]]:
        """Return every action that this device ever stored, in the order in which it did."""
        found: list[dict[str, Any]] = self.page.evaluate(STORED)
        return found

    @property
    def refused(self) -> set[str]:
        """Return the actions that the app refused, which the page keeps and shows."""
        return {each["id"] for each in self.log.waiting() if each.get("refused") is not None}

    @property
    def sent(self) -> list[dict[str, Any]]:
        refused = self.refused
        return [each for each in self.stored if each["id"] not in refused]

    def act(self, press: Press) -> int:
        """Do one thing that the page offers, and return how many actions were stored for it."""
        before = len(self.stored)
        try:
            press(self)
            self.page.wait_for_function(
                f"count => {STORED}.length > count", arg=before, timeout=STORED_WITHIN_MS
            )
        except TooLate:  # another device ended the attack, or the list was drawn again
            self.pressed["nothing there"] += 1
            self.log.show("now")
        else:
            self.pressed[press.__name__] += 1
        return len(self.stored) - before

    def be_disturbed(self) -> None:
        """Perhaps cut the network or bring it back, and perhaps close the page and open it."""
        if self.dice.random() < CUT_OR_BACK:
            self.cut(offline=not self.offline)
        if self.dice.random() < CLOSED:
            if self.dice.random() < 0.5:
                self.cut(offline=False)  # closed in the middle of sending
            self.reopen()

    def cut(self, *, offline: bool) -> None:
        self.offline = offline
        self.context.set_offline(offline)

    def reopen(self) -> None:
        self.page.close()
        self.closed += 1
        self.page = self._opened(f"{self.live.origin}/")

    def send_everything(self) -> None:
        """Open the page with everything there, and wait until it has sent what it can."""
        self.cut(offline=False)
        self.reopen()
        self.log.all_sent()

    def something_new(self) -> str:
        return f"words number {next(self.news)}"

    def see_everything(self) -> None:
        self.log.reload()
        self.log.all_sent()
        self.log.has_everything()

    @property
    def shown(self) -> dict[str, dict[str, str]]:
        """Return the cells of every entry that this device can correct."""
        return {each["id"]: each["cells"] for each in self.log.archived()}

    @property
    def tried_again(self) -> int:
        return self.tried.total() - len(self.tried)

    def _perhaps_lose_the_answer(self, route: Route) -> None:
        self.tried.update(each["id"] for each in route.request.post_data_json["actions"])
        with suppress(Error):  # the page was closed meanwhile, or the app is gone
            if self.offline or self.chance.random() >= ANSWER_LOST:
                route.continue_()
            else:
                route.fetch()
                route.abort()

    def _opened(self, address: str) -> Page:
        page = self.context.new_page()
        page.goto(address)
        Log(page)
        return page
