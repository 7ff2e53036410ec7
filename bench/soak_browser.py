"""Press what a thumb would for long, in real browsers, cut them off, close them, and kill the app.

Several devices (browser contexts, each with its own queue, worker and copy) press buttons and
fill forms of the log page of a real `surcease serve`. Networks are cut, pages are closed in the
middle of sending and opened again, also with the app gone. At the end every action that a page
stored is recorded once, in the order of its device, every entry is what a slow merge makes of its
actions, and every device shows what the app holds.

Run it as `make soak-browser`; ACTIONS, KILLS and SEED change it.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from playwright.sync_api import Browser, Error, Page, Route
from playwright.sync_api import TimeoutError as TooLate

from app.soaking import run
from web.live import Live
from web.log.pages import Log
from web.made import attack, said
from web.seen import PHONE, chromium
from web.written import written

OLD_ENTRIES = 40
MOST_WHILE_GONE = 15
DELETED = "deleted"
PRESSED_WITHIN_MS = 3_000
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

type Press = Callable[["Device"], None]


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

    def act(self) -> int:
        """Do one thing that the page offers, and return how many actions were stored for it."""
        before = len(self.stored)
        press = self.dice.choice(PRESSES)
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


def _click(device: Device, selector: str, **options: Any) -> None:
    device.page.locator(selector, **options).first.click(timeout=PRESSED_WITHIN_MS)


def _one_of(device: Device, selector: str) -> None:
    """Press one of the buttons that are there now; wait for one where there is none."""
    found = device.page.locator(selector)
    nth = device.dice.randrange(max(found.count(), 1))
    found.nth(nth).click(timeout=PRESSED_WITHIN_MS)


def start_or_pain(device: Device) -> None:
    _one_of(device, "#start button:visible, #running .steps button")


def side_or_over(device: Device) -> None:
    _one_of(device, "#start button:visible, #running .thirds button, #running .over")


def began_earlier(device: Device) -> None:
    _one_of(device, "#start button:visible, #running [data-earlier]")


def took_a_dose(device: Device) -> None:
    _one_of(device, "#doses .now")


def wrote_a_note(device: Device) -> None:
    device.log.show("note")
    device.log.fill("note", note=device.something_new())
    _click(device, "#note .act")


def corrected_lately(device: Device) -> None:
    _one_of(device, "#lately a")
    _correct_open(device)


def corrected_long_ago(device: Device) -> None:
    _find_long_ago(device)
    _correct_open(device)


def deleted_long_ago(device: Device) -> None:
    _find_long_ago(device)
    _click(device, ".view.open .removal button")


def took_back(device: Device) -> None:
    _click(device, "#done [data-undo]:visible")


def _find_long_ago(device: Device) -> None:
    device.log.show("earlier")
    day = datetime.now(UTC) - timedelta(days=device.dice.randrange(100, 100 + OLD_ENTRIES))
    device.page.locator("#earlier-to").fill(f"{day:%Y-%m-%d}")
    _one_of(device, "#earlier-list a")


def _correct_open(device: Device) -> None:
    """Say something new in the form that is open: in a count, a note, or the notes beside it."""
    further = device.page.locator(".view.open details:not([open]) summary:visible")
    if further.count():
        further.first.click(timeout=PRESSED_WITHIN_MS)
    attacks = device.page.locator('#days.open [name="cell.attacks"]')
    if attacks.count():
        attacks.fill(str(next(device.news)), timeout=PRESSED_WITHIN_MS)
    else:
        words = '.view.open [name="cell.notes"], .view.open [name="cell.note"]'
        device.page.locator(words).first.fill(device.something_new(), timeout=PRESSED_WITHIN_MS)
    _click(device, ".view.open .entry .act")


PRESSES: tuple[Press, ...] = (
    *(start_or_pain, start_or_pain, side_or_over, began_earlier, took_a_dose),
    *(wrote_a_note, corrected_lately, corrected_long_ago, deleted_long_ago, took_back),
)


def before_it_begins(live: Live) -> list[dict[str, Any]]:
    """Write down what every device finds: a treatment at hand, and entries of long ago."""
    night = datetime.now(UTC).replace(hour=2, minute=0, second=0, microsecond=0)
    old = [
        attack(at=(night - timedelta(days=100 + nth)).isoformat(), intensity="5")
        for nth in range(OLD_ENTRIES)
    ]
    at_hand = said(kind="usuals", treatment="sumatriptan_sc", amount="6", unit="mg", role="acute")
    made = [at_hand, *old]
    live.client().act(*made)
    return made


def press_and_kill(live: Live, devices: list[Device], options: argparse.Namespace) -> None:
    """Let the devices act in turn, kill the app now and then, and start it some actions later."""
    dice = Random(options.seed)
    done = kills = gone_for = 0
    while done < options.actions:
        device = dice.choice(devices)
        device.be_disturbed()
        done += device.act()
        if gone_for:
            gone_for -= 1
            if not gone_for:
                live.start()
        elif kills < options.kills and done >= (kills + 1) * options.actions / (options.kills + 1):
            live.kill()
            kills += 1
            gone_for = dice.randrange(1, MOST_WHILE_GONE)
    if gone_for:
        live.start()


def soak(data: Path, options: argparse.Namespace) -> list[str]:
    """Run it and return what is wrong at the end."""
    live = Live(data)
    before = before_it_begins(live)
    with chromium() as browser:
        seeds = range(options.seed, options.seed + options.clients)
        devices = [Device(browser, live, seed) for seed in seeds]
        began = time.monotonic()
        press_and_kill(live, devices, options)
        pressed = time.monotonic() - began
        for each in devices:
            each.send_everything()
        for each in devices:
            each.see_everything()
        live.kill()
        faults = report(data / "diary.sqlite3", before, devices)
        print(f"{options.kills} kills, {pressed:.0f} s of pressing")
    return faults


def report(file: Path, before: list[dict[str, Any]], devices: list[Device]) -> list[str]:
    """Print what was done, and return what is lost, twice, out of order or shown otherwise."""
    found, entries = written(file), entries_in(file)
    faults = list(found.faults)
    recorded = recorded_in(file)
    kept: list[dict[str, Any]] = list(before)
    for nth, device in enumerate(devices, 1):
        stored, waiting = device.stored, device.log.waiting()
        refused = {each["id"] for each in waiting if each.get("refused") is not None}
        sent = [each for each in stored if each["id"] not in refused]
        mine = {each["id"] for each in stored}
        arrived = [each for each in recorded if each in mine]
        kept += sent
        checks = {
            "still waiting": len(refused) != len(waiting),
            "not as often or not in the order in which it was stored": (
                [each["id"] for each in sent] != arrived
            ),
            "shows other entries than the app holds": shown_by(device) != entries,
            f"had errors: {device.errors[:1]}": bool(device.errors),
        }
        faults += [f"device {nth}: {what}" for what, wrong in checks.items() if wrong]
        print(
            f"device {nth}: {len(stored)} actions stored, {len(arrived)} recorded,"
            f" {len(refused)} refused and shown, {device.tried_again} tried again,"
            f" page closed {device.closed} times;"
            f" {dict(device.pressed)}"
        )
    if Counter(recorded) != Counter(each["id"] for each in kept):
        faults.append(f"{len(recorded)} versions of {len(kept)} actions")
    if made_of(kept) != states_in(file):
        faults.append("entries are not what their actions make of them")
    print(f"{len(kept)} actions, {len(recorded)} versions of {len(states_in(file))} entries")
    return faults


type State = tuple[dict[str, str], bool]


def made_of(actions: Iterable[dict[str, Any]]) -> dict[str, State]:
    """Return what the last word on each cell, and on whether it is deleted, makes of entries."""
    last: defaultdict[str, dict[str, tuple[Any, str]]] = defaultdict(dict)
    for action in actions:
        stamp = (action["do"] != "put", action["made_at"], UUID(action["id"]))
        for name, text in {**action["cells"], DELETED: action["do"]}.items():
            before = last[action["entry"]].get(name)
            if before is None or before[0] < stamp:
                last[action["entry"]][name] = (stamp, text)
    return {
        entry: (
            {name: text for name, (_, text) in words.items() if text and name != DELETED},
            words[DELETED][1] == "delete",
        )
        for entry, words in last.items()
    }


def states_in(file: Path) -> dict[str, State]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT id, cells, deleted FROM record_entry").fetchall()
    return {str(UUID(entry)): (json.loads(cells), bool(gone)) for entry, cells, gone in rows}


def recorded_in(file: Path) -> list[str]:
    """Return the actions in a file in the order in which they were recorded."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute("SELECT action FROM record_version ORDER BY id").fetchall()
    return [str(UUID(action)) for (action,) in rows]


def entries_in(file: Path) -> dict[str, dict[str, str]]:
    """Return the cells of what a device can correct."""
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT id, cells FROM record_entry WHERE NOT deleted AND kind != 'usuals'"
        ).fetchall()
    return {str(UUID(entry)): json.loads(cells) for entry, cells in rows}


def shown_by(device: Device) -> dict[str, dict[str, str]]:
    return {each["id"]: each["cells"] for each in device.log.archived()}


def main() -> None:
    run(__doc__, soak, actions=600, kills=10, promise="nothing out of order")


if __name__ == "__main__":
    main()
