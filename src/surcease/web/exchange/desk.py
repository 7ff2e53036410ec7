"""The imports under way in this process."""

from __future__ import annotations

import time
from threading import Lock
from uuid import UUID

from surcease.web.exchange.job import Job

_KEPT_SECONDS = 3600.0
_MOST = 8

_lock = Lock()
_jobs: dict[UUID, tuple[float, Job]] = {}


def take_in(job: Job) -> None:
    with _lock:
        _clear(time.monotonic())
        _jobs[job.id] = time.monotonic(), job


def job(number: UUID) -> Job | None:
    with _lock:
        return _jobs[number][1] if number in _jobs else None


def give_up(number: UUID) -> None:
    with _lock:
        _, given_up = _jobs.pop(number, (0.0, None))
    if given_up:
        given_up.close()


def _clear(now: float) -> None:
    """Let go of what nobody came back for, and of the oldest where there are too many."""
    idle = sorted((began, number) for number, (began, job) in _jobs.items() if not job.is_busy)
    surplus = len(_jobs) - _MOST + 1
    for place, (began, number) in enumerate(idle):
        if place < surplus or now - began > _KEPT_SECONDS:
            _jobs.pop(number)[1].close()
