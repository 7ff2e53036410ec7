"""Many diaries, analysed by a process on each core."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

from surcease.analysis.analyze import analyze
from surcease.analysis.result import Analysis
from surcease.diary import Diary
from surcease.inference.posterior import Method

AHEAD = 2
"""Diaries that wait for each core: enough to keep it busy, few enough to keep memory flat."""

type Outcome = Analysis | BaseException
type Work = partial[Analysis]


def analyze_many(
    diaries: Iterable[Diary],
    *,
    cores: int | None = None,
    seed: int = 0,
    method: Method = Method.AUTO,
    checks: bool = False,
) -> Iterator[Outcome]:
    """Analyse diaries on several cores, on all there are if not said; yield in the order given.

    Each is analysed as `analyze` would. One whose analysis fails, or takes its process down,
    yields the exception in its place, and the others go on. Diaries are taken one by one, only a
    few more than were yielded, so any number of them needs the same memory.

    New processes import the main module: a script calls this under `if __name__ == "__main__":`.
    """
    crew = Crew(cores or os.cpu_count() or 1)
    work = partial(analyze, seed=seed, method=method, checks=checks)
    waiting: deque[tuple[Diary, Future[Analysis]]] = deque()
    try:
        for diary in diaries:
            if len(waiting) == AHEAD * crew.cores:
                yield crew.outcome(work, *waiting.popleft())
            waiting.append((diary, crew.submit(work, diary)))
        while waiting:
            yield crew.outcome(work, *waiting.popleft())
    finally:
        crew.leave()


class Crew:
    """Processes that are replaced when one of them dies."""

    def __init__(self, cores: int) -> None:
        self.cores = cores
        self.pool = start_processes(cores)

    def submit(self, work: Work, diary: Diary) -> Future[Analysis]:
        try:
            return self.pool.submit(work, diary)
        except BrokenProcessPool:
            self.pool = start_processes(self.cores)
            return self.pool.submit(work, diary)

    def outcome(self, work: Work, diary: Diary, future: Future[Analysis]) -> Outcome:
        """Wait for an analysis; it is made again, alone, if any diary took the processes down."""
        error = future.exception()
        if isinstance(error, BrokenProcessPool):
            with start_processes(1) as alone:
                future = alone.submit(work, diary)
                error = future.exception()
        return error or future.result()

    def leave(self) -> None:
        self.pool.shutdown(cancel_futures=True)


def start_processes(cores: int) -> ProcessPoolExecutor:
    """Return new processes; they are not forked, because compiled code may run threads."""
    return ProcessPoolExecutor(cores, get_context("spawn"))
