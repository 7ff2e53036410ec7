from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from surcease.formulary.spelling import normal
from surcease.language import gettext as _
from surcease.language import ngettext
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.taken import Taken
from surcease.safety.words import fact_number, filled

STEROIDS = (
    "steroid",
    "cortivazol",
    "betamethasone",
    "methylprednisolone",
    "triamcinolone",
    "dexamethasone",
)
WITHOUT_STEROID = (
    "local anaesthetic only",
    "local anesthetic only",
    "no steroid",
    "lidocaine only",
)


@rule(
    "G01",
    "Time between nerve blocks with a steroid",
    ask="How often may a block with a steroid be given?",
    rests_on=("gon_block.steroid_min_interval", "gon_block.cortivazol_gap"),
)
def nerve_block_interval(record: Record) -> Iterator[Seen]:
    """Leave out blocks without a steroid, and those that go on with one series (rule G02).

    A block of which nothing is said counts as one with a steroid.
    """
    blocks = [each for each in record.of("gon_block") if not _says(each, WITHOUT_STEROID)]
    if any(not _says(each, STEROIDS) for each in blocks):
        yield Lack(_("whether each nerve block held a steroid, in its notes"), "doses.csv")
    for earlier, later in pairwise(blocks):
        fact = later.fact("steroid_min_interval")
        days = (later.on - earlier.on).days
        if 0 < days < fact_number(fact) and not one_series(earlier, later):
            text = filled(
                ngettext(
                    "{name}: {days} day after the block before; "
                    "with a steroid about {low} to {high} are usual",
                    "{name}: {days} days after the block before; "
                    "with a steroid about {low} to {high} are usual",
                    days,
                ),
                name=later.name,
                days=days,
                low=fact.value,
                high=fact.high or 0.0,
            )
            yield Remark(Severity.INFO, text, later.on, (*earlier.doses, *later.doses), (fact,))


def one_series(earlier: Taken, later: Taken) -> bool:
    """Tell whether a block goes on with a series like that of the trial: 48 to 72 hours apart."""
    gap = later.fact("cortivazol_gap")
    hours = (later.at - earlier.at) / timedelta(hours=1)
    return gap.high is not None and fact_number(gap) <= hours <= gap.high


def _says(block: Taken, words: tuple[str, ...]) -> bool:
    texts = [f"{each.treatment} {each.notes}" for each in block.doses]
    return any(word in normal(text) for text in texts for word in words)
