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
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from app.device import Device
from app.presses import LONG_AGO_DAYS, PRESSES
from app.recorded import entries_in, made_of, recorded_in, states_in
from app.soaking import run
from web.live import Live
from web.made import attack, said
from web.seen import chromium
from web.written import written

MOST_WHILE_GONE = 15


def before_it_begins(live: Live) -> list[dict[str, Any]]:
    """Write down what every device finds: a treatment at hand, and entries of long ago."""
    night = datetime.now(UTC).replace(hour=2, minute=0, second=0, microsecond=0)
    old = [
        attack(at=(night - timedelta(days=days)).isoformat(), intensity="5")
        for days in LONG_AGO_DAYS
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
        done += device.act(device.dice.choice(PRESSES))
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
    recorded, states = recorded_in(file), states_in(file)
    faults = list(written(file).faults)
    kept = list(before)
    for nth, device in enumerate(devices, 1):
        kept += device.sent
        faults += [f"device {nth}: {each}" for each in faults_of(device, recorded, file)]
        print(f"device {nth}: {done_by(device, recorded)}")
    if Counter(recorded) != Counter(each["id"] for each in kept):
        faults.append(f"{len(recorded)} versions of {len(kept)} actions")
    if made_of(kept) != states:
        faults.append("entries are not what their actions make of them")
    print(f"{len(kept)} actions, {len(recorded)} versions of {len(states)} entries")
    return faults


def faults_of(device: Device, recorded: list[str], file: Path) -> list[str]:
    checks = {
        "still waiting": len(device.refused) != len(device.log.waiting()),
        "not as often or not in the order in which it was stored": (
            [each["id"] for each in device.sent] != arrived_from(device, recorded)
        ),
        "shows other entries than the app holds": device.shown != entries_in(file),
        f"had errors: {device.errors[:1]}": bool(device.errors),
    }
    return [what for what, wrong in checks.items() if wrong]


def done_by(device: Device, recorded: list[str]) -> str:
    return (
        f"{len(device.stored)} actions stored, {len(arrived_from(device, recorded))} recorded,"
        f" {len(device.refused)} refused and shown, {device.tried_again} tried again,"
        f" page closed {device.closed} times; {dict(device.pressed)}"
    )


def arrived_from(device: Device, recorded: list[str]) -> list[str]:
    """Return what was recorded of all that a device stored, in the order in which it was."""
    stored = {each["id"] for each in device.stored}
    return [each for each in recorded if each in stored]


def main() -> None:
    run(__doc__, soak, actions=600, kills=10, promise="nothing out of order")


if __name__ == "__main__":
    main()
