"""What a thumb presses on the log page: each function one thing that the page offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from app.device import Device, Press

PRESSED_WITHIN_MS = 3_000

LONG_AGO_DAYS = range(100, 140)
"""How many days ago the entries were that are looked for: the page does not show them by itself."""


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
    day = datetime.now(UTC) - timedelta(days=device.dice.choice(LONG_AGO_DAYS))
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
