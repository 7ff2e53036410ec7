"""Clients that write all the time and remember what was acknowledged."""

from __future__ import annotations

from http.client import HTTPException
from random import Random
from threading import Event, Thread

from web.live import Client
from web.made import attack, said


class Writer(Thread):
    """One tab: puts, changes and deletes, one action after the other, until it is stopped.

    What had no answer is sent again, as a client does with its queue.
    """

    def __init__(self, client: Client, seed: int) -> None:
        super().__init__(daemon=True)
        self.client = client
        self.dice = Random(seed)
        self.entries: list[str] = []
        self.acknowledged: set[str] = set()
        self.answers: list[str] = []
        self.ended = Event()

    def run(self) -> None:
        minutes = 0
        while not self.ended.is_set():
            minutes += 1
            self._send(self._action(minutes))

    def stop(self) -> None:
        self.ended.set()
        self.join()

    def _action(self, minutes: int) -> dict:
        if not self.entries or self.dice.random() < 0.5:
            made = attack(intensity=str(self.dice.randrange(11)))
            self.entries.append(made["entry"])
            return made
        do = self.dice.choice(["change", "change", "delete", "restore"])
        cells = {"notes": f"minute {minutes}"} if do == "change" else {}
        return said(self.dice.choice(self.entries), do, minutes=minutes, **cells)

    def _send(self, action: dict) -> None:
        while not self.ended.is_set():
            try:
                (answer,) = self.client.act(action)
            except (OSError, HTTPException):
                self.ended.wait(0.02)
                continue
            if answer["status"] != "refused":
                self.acknowledged.add(action["id"].replace("-", ""))
            self.answers.append(answer["status"])
            return
