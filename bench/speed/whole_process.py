"""`surcease analyze` as a whole process against importing what it is built on."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from speed.claims import Claim, Finding, figure, table
from speed.part import say
from speed.processes import Cost, run

EXAMPLE = "examples/published-case"
ANALYZE = (str(Path(sys.executable).with_name("surcease")), "analyze", EXAMPLE)
IMPORT = (sys.executable, "-c", "import numba, scipy")
REPEATS = 7
MOST_TIMES = 4.0
MOST_MEGABYTES = 350.0

NOTE = """\
`surcease analyze {example}`, from start to end, one core. Medians of {repeats}, and the
largest memory.
"""


def main() -> None:
    run(ANALYZE), run(IMPORT)
    pairs = [(run(ANALYZE), run(IMPORT)) for _ in range(REPEATS)]
    ratio = median(ours.seconds / theirs.seconds for ours, theirs in pairs)
    ours, theirs = (most_and_medians(costs) for costs in zip(*pairs, strict=True))
    claims = (
        Claim(
            "`surcease analyze`", "`import numba, scipy`", ratio, "times as long", most=MOST_TIMES
        ),
        Claim("its peak memory", "", ours.megabytes, "MB", most=MOST_MEGABYTES),
    )
    shown = table(
        ("process", "seconds", "processor seconds", "peak memory, MB"),
        [row("surcease analyze", ours), row("python -c 'import numba, scipy'", theirs)],
    )
    note = NOTE.format(example=EXAMPLE, repeats=REPEATS)
    say(Finding(claims, f"{note}\n{shown}\n"))


def most_and_medians(costs: tuple[Cost, ...]) -> Cost:
    return Cost(
        median(each.seconds for each in costs),
        median(each.processor_seconds for each in costs),
        max(each.megabytes for each in costs),
    )


def row(name: str, cost: Cost) -> tuple[str, ...]:
    return f"`{name}`", *(figure(each) for each in cost)


if __name__ == "__main__":
    main()
