"""What a report says of acute treatments, in finished words: every page shares these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from surcease.acute.analyze import AcuteAnalysis
from surcease.acute.comparison import Compared, Comparison
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.acute_figures import ratio_in_words
from surcease.reports.acute_tables import acute_tables
from surcease.reports.legible import legible
from surcease.reports.word_table import WordTable

NOTHING_TAKEN = gettext_noop("No attack of this diary has a dose of an acute treatment.")
LIMITS = gettext_noop(
    "This describes what followed a dose; it is not advice, and it does not say what would have "
    "followed without one: attacks end by themselves. Ranges hold 95%, as if attacks did not "
    "depend on each other; those of the comparison allow for attacks of one week being alike."
)
NOT_COMPARED = gettext_noop(
    "Treatments are not compared: that needs the extra `statistics` "
    "(pip install 'surcease[statistics]')."
)


@dataclass(frozen=True, slots=True)
class AcuteReport:
    """What is said of the acute treatments of one diary.

    `lead` says in sentences what the comparison among equals shows; `tables` are in the order in
    which they are read, and empty where nothing was taken.
    """

    overview: str
    lead: tuple[str, ...]
    tables: tuple[WordTable, ...]
    limits: str

    def table(self, key: str) -> WordTable | None:
        return next((each for each in self.tables if each.key == key), None)


def acute_report(analysis: AcuteAnalysis) -> AcuteReport:
    shown = legible(analysis)
    tables = tuple(each for each in acute_tables(shown) if each.rows) if shown.treatments else ()
    return AcuteReport(_overview(shown), tuple(_lead(shown)), tables, _(LIMITS))


def _overview(analysis: AcuteAnalysis) -> str:
    if analysis.first_on is None or analysis.last_on is None:
        return _("No attack is recorded")
    span = words.day_range(analysis.first_on, analysis.last_on)
    attacks = words.count(analysis.attacks, "attack")
    treated = _("{number} treated").format(number=f"{analysis.treated:,}")
    apart = {
        _("{doses} outside any attack"): analysis.doses_outside,
        _("{doses} of no known time"): analysis.doses_untimed,
    }
    rest = (said.format(doses=words.count(each, "dose")) for said, each in apart.items() if each)
    return ", ".join([f"{span}: {attacks}", treated, *rest])


def _lead(analysis: AcuteAnalysis) -> Iterator[str]:
    if analysis.first_on and not analysis.treatments:
        yield _(NOTHING_TAKEN)
    if analysis.comparison_missing:
        yield _(NOT_COMPARED)
    if analysis.comparison:
        yield from among_equals(analysis.comparison)


def among_equals(comparison: Comparison) -> Iterator[str]:
    """Say in which direction attacks differ that began alike, and where nobody can tell."""
    others, reference = comparison.others, comparison.reference
    faster = [each for each in others if each.low is not None and each.low > 1]
    slower = [each for each in others if each.high is not None and each.high < 1]
    apart = [each for each in others if each.ratio is None]
    alike = [each.name for each in others if each not in (*faster, *slower, *apart)]
    if faster:
        said = _("Attacks alike ended faster than with {reference}: {others}.")
        yield said.format(reference=reference, others=_listed(faster))
    if slower:
        said = _("Attacks alike ended more slowly than with {reference}: {others}.")
        yield said.format(reference=reference, others=_listed(slower))
    if alike:
        said = _("No clear difference from {reference}: {others}.")
        yield said.format(reference=reference, others=", ".join(alike))
    if apart:
        never = ", ".join(each.name for each in apart)
        said = _("Cannot be compared with {reference}, never used in attacks alike: {others}.")
        yield said.format(reference=reference, others=never)


def _listed(found: Iterable[Compared]) -> str:
    said = _("{name}, {ratio} times as fast")
    return "; ".join(said.format(name=each.name, ratio=ratio_in_words(each)) for each in found)
