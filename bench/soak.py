"""Write to the app for long, cut connections and kill it, and count what is there at the end.

Several clients, each with a queue as a browser has it offline, send 20,000 actions to a real
`surcease serve`, which is killed 50 times in the middle of it. Connections break before an answer,
so that much is sent again. At the end every action is recorded once, and every entry is what a slow
merge of its own makes of them.

Run it as `make soak`; ACTIONS, KILLS and SEED change it.
"""

from __future__ import annotations

import argparse
import json
import socket
import time
from http.client import HTTPException
from pathlib import Path
from random import Random
from threading import Thread

from app.recorded import made_of, states_in
from app.soaking import run
from web.live import Client, Live
from web.made import attack, said
from web.written import written

MOST_AT_ONCE = 40
CUT_BEFORE_ANSWER = 0.08
STAYS_OFFLINE = 0.03
SHARED = 20
"""Entries that every client knows and changes."""


class Queue(Thread):
    """A client that makes actions, keeps them until they are answered, and sends them in order."""

    def __init__(self, client: Client, number: int, shared: list[str], seed: int) -> None:
        super().__init__(daemon=True)
        self.client = client
        self.dice = Random(seed)
        self.known = list(shared)
        self.waiting = [self._make(minutes) for minutes in range(number)]
        self.made = list(self.waiting)
        self.replays = 0
        self.broken = 0

    def run(self) -> None:
        while self.waiting:
            if self.dice.random() < STAYS_OFFLINE:
                time.sleep(self.dice.random() * 0.2)
            self._send(self.waiting[: self.dice.randrange(1, MOST_AT_ONCE)])

    def _send(self, some: list[dict]) -> None:
        try:
            if self.dice.random() < CUT_BEFORE_ANSWER:
                self._send_and_hang_up(some)
                return
            answers = self.client.act(*some)
        except (OSError, HTTPException):
            self.broken += 1
            time.sleep(0.05)
            return
        self.replays += sum(each["status"] == "again" for each in answers)
        refused = [each for each in answers if each["status"] == "refused"]
        if refused:
            raise SystemExit(f"refused: {refused[0]['reason']}")
        del self.waiting[: len(some)]

    def _send_and_hang_up(self, some: list[dict]) -> None:
        """Send it all and close the line at once: the app may have recorded it or not."""
        body = json.dumps({"actions": some}).encode()
        cookies = "; ".join(f"{name}={value}" for name, value in self.client.cookies.items())
        head = (
            f"POST /actions HTTP/1.1\r\nHost: 127.0.0.1:{self.client.live.port}\r\n"
            f"Origin: {self.client.live.origin}\r\nCookie: {cookies}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        self.broken += 1
        with socket.create_connection(("127.0.0.1", self.client.live.port), timeout=10) as line:
            line.sendall(head.encode() + body)

    def _make(self, minutes: int) -> dict:
        if self.dice.random() < 0.4:
            made = attack(intensity=str(self.dice.randrange(11)), minutes=minutes)
            self.known.append(made["entry"])
            return made
        column = self.dice.choice(["notes", "side", "intensity"])
        text = {
            "notes": f"minute {minutes}",
            "side": self.dice.choice(["left", "right", ""]),
            "intensity": str(self.dice.randrange(11)),
        }[column]
        return said(self.dice.choice(self.known), "change", minutes=minutes, **{column: text})


def kill_now_and_then(live: Live, queues: list[Queue], kills: int, dice: Random) -> int:
    """Kill the app so often, spread over the work that is left, and start it again."""
    done = 0
    total = sum(len(each.made) for each in queues)
    for nth in range(1, kills + 1):
        left = total * (1 - nth / (kills + 1))
        while sum(len(each.waiting) for each in queues) > left and any(
            map(Thread.is_alive, queues)
        ):
            time.sleep(0.002 + dice.random() * 0.005)
        live.kill()
        live.start()
        done += 1
    return done


def soak(data: Path, options: argparse.Namespace) -> list[str]:
    """Run it and return what is wrong at the end."""
    dice = Random(options.seed)
    live = Live(data)
    admitted = live.client()
    both_know = [attack() for _ in range(SHARED)]
    admitted.act(*both_know)
    shared = [each["entry"] for each in both_know]
    queues = []
    for nth in range(options.clients):
        client = Client(live)
        client.cookies = dict(admitted.cookies)
        queues.append(Queue(client, options.actions // options.clients, shared, options.seed + nth))
    began = time.monotonic()
    for each in queues:
        each.start()
    kills = kill_now_and_then(live, queues, options.kills, dice)
    for each in queues:
        each.join()
    seconds = time.monotonic() - began
    live.kill()
    return report(data / "diary.sqlite3", both_know, queues, kills, seconds)


def report(
    file: Path, before: list[dict], queues: list[Queue], kills: int, seconds: float
) -> list[str]:
    made = [*before, *(action for each in queues for action in each.made)]
    found = written(file)
    numbers = {each["id"].replace("-", "") for each in made}
    faults = list(found.faults)
    faults += [f"lost: {len(numbers - found.actions.keys())}"] * (numbers > found.actions.keys())
    faults += [f"{len(found.actions)} versions of {len(made)} actions"] * (
        len(found.actions) != len(made) or numbers != found.actions.keys()
    )
    entries = made_of(made)
    faults += ["entries are not what their actions make of them"] * (entries != states_in(file))
    print(
        f"{len(made)} actions of {len(queues)} clients, {kills} kills, "
        f"{sum(each.broken for each in queues)} connections cut, "
        f"{sum(each.replays for each in queues)} actions sent again, {seconds:.0f} s: "
        f"{len(found.actions)} versions of {len(entries)} entries"
    )
    return faults


def main() -> None:
    run(__doc__, soak, actions=20_000, kills=50, promise="nothing half-written")


if __name__ == "__main__":
    main()
