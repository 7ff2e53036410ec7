"""The tables of a report on acute treatments, in finished words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment, Combination, Outcomes
from surcease.acute.choices import Band, choices
from surcease.acute.comparison import Comparison
from surcease.acute.share import Share
from surcease.acute.use import Use
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.acute_figures import (
    NOT_KNOWN,
    minutes_cell,
    on_one_line,
    ratio_in_words,
    share_cell,
)
from surcease.reports.rating_table import rating_table
from surcease.reports.word_table import Cell, WordTable, row

FIRST = (
    gettext_noop(
        "Pain-free: no pain then and nothing further taken by then. By the pain recorded, or else "
        "by when the attack ended. Counted, then the likely share with its range."
    ),
    gettext_noop(
        "To the end: minutes in which half of the attacks were over, whatever else was taken."
    ),
)
RELIEF = gettext_noop("Pain that was moderate or worse when it was taken, and mild or none then.")
COMPARED = gettext_noop(
    "Treatments are chosen by how bad an attack is, so the figures above must not be compared. "
    "Here only attacks of one band of intensity are, allowing for the time from onset to dose. "
    "What else differed, such as the year, is not allowed for. Where pain at the dose is unknown, "
    "the peak of the attack stands for it."
)
EVERY_DOSE = gettext_noop(
    "A further dose starts a further interval and ends the one before, so that this is rather too "
    "good: further doses come in attacks that go badly."
)
LATE = gettext_noop(
    "A late dose meets an attack that is nearer its own end: shorter times after it are no sign "
    "that waiting helps."
)
SUPPLY = gettext_noop("Most in 30 days is what a month's supply would have had to hold.")


def acute_tables(analysis: AcuteAnalysis) -> Iterator[WordTable]:
    """Yield every table in the order in which they are read; one may be without rows."""
    treatments = analysis.treatments
    yield _first(treatments)
    if analysis.comparison:
        yield _comparison(analysis.comparison)
    yield _relief(treatments)
    yield _by_band(
        "by_intensity",
        _("By intensity: minutes to the end"),
        {each.name: each.by_intensity for each in treatments},
        choices().bands,
    )
    yield _by_band(
        "by_delay",
        _("By time from onset to dose: minutes to the end"),
        {each.name: each.by_delay for each in treatments},
        choices().delays,
        (_(LATE),),
    )
    yield _every_dose(treatments)
    yield _together(analysis.combinations)
    for asked in dict.fromkeys(asked for each in treatments for asked in each.ratings):
        yield rating_table(treatments, asked)
    yield _use(analysis)
    yield _leanings(treatments)


def _first(treatments: Iterable[AcuteTreatment]) -> WordTable:
    rows = tuple(
        row(
            (each.name, words.count(alone.attacks, "attack")),
            share_cell(alone.pain_free_15),
            share_cell(alone.pain_free_30),
            minutes_cell(alone.to_end),
            words.percent(alone.further_dose / alone.attacks),
        )
        for each in treatments
        if (alone := each.alone).attacks
    )
    columns = (
        "",
        _("Pain-free {time}").format(time=_in_min(15)),
        _in_min(30),
        _("To the end, min"),
        _("More taken"),
    )
    return WordTable("first", _("Taken first and alone"), columns, rows, tuple(map(_, FIRST)))


def _in_min(minutes: int) -> str:
    """Keep a number and its unit on one line."""
    return _("{n} min").format(n=minutes).replace(" ", "\N{NO-BREAK SPACE}")


def _comparison(comparison: Comparison) -> WordTable:
    rows = tuple(
        row(each.name, f"{each.attacks:,}", ratio_in_words(each)) for each in comparison.others
    )
    times = _("Times as fast as {reference}").format(reference=comparison.reference)
    columns = ("", _("Attacks"), times)
    title = _("Compared among attacks alike")
    return WordTable("compared", title, columns, rows, (_(COMPARED),))


def _relief(treatments: Iterable[AcuteTreatment]) -> WordTable:
    rows = tuple(
        row(each.name, share_cell(each.alone.relief_15), share_cell(each.alone.relief_30))
        for each in treatments
        if each.alone.relief_15 or each.alone.relief_30
    )
    columns = ("", _("15 min"), _("30 min"))
    return WordTable("relief", _("Relief"), columns, rows, (_(RELIEF),))


def _by_band(
    key: str,
    title: str,
    found: Mapping[str, Mapping[str, Outcomes]],
    bands: Sequence[Band],
    notes: tuple[str, ...] = (),
) -> WordTable:
    used = {name for of_bands in found.values() for name in of_bands}
    names = [band.name for band in bands if band.name in used]
    rows = tuple(
        row(treatment, *(_of_band(of_bands.get(name)) for name in names))
        for treatment, of_bands in found.items()
        if of_bands
    )
    columns = ("", *(f"{name[:1].upper()}{name[1:]}" for name in map(_, names)))
    return WordTable(key, title, columns, rows, notes)


def _of_band(outcomes: Outcomes | None) -> Cell:
    if outcomes is None:
        return (NOT_KNOWN,)
    attacks = words.count(outcomes.attacks, "attack")
    if outcomes.attacks < choices().least_attacks:
        return (_("too few"), attacks)
    return (on_one_line(outcomes.to_end), attacks)


def _every_dose(treatments: Iterable[AcuteTreatment]) -> WordTable:
    rows = tuple(
        row(each.name, _followed(each.alone), _followed(each.after_others))
        for each in treatments
        if each.after_others.attacks
    )
    columns = ("", _("First"), _("After something else"))
    title = _("Each dose by itself: minutes to the end")
    return WordTable("every_dose", title, columns, rows, (_(EVERY_DOSE),))


def _followed(outcomes: Outcomes) -> Cell:
    if not outcomes.attacks:
        return (NOT_KNOWN,)
    return (on_one_line(outcomes.to_end_without_more), words.count(outcomes.attacks, "time"))


def _together(combinations: Sequence[Combination]) -> WordTable:
    enough = [each for each in combinations if each.outcomes.attacks >= choices().least_attacks]
    rows = tuple(
        row(
            (" + ".join(each.names), words.count(each.outcomes.attacks, "attack")),
            share_cell(each.outcomes.pain_free_15),
            share_cell(each.outcomes.pain_free_30),
            minutes_cell(each.outcomes.to_end),
        )
        for each in enough
    )
    rarer = len(combinations) - len(enough)
    least = choices().least_attacks
    unseen = _("Not shown: {number} taken fewer than {least} times.")
    notes = (unseen.format(number=f"{rarer:,}", least=least),) if rarer and rows else ()
    columns = (
        "",
        _("Pain-free {time}").format(time=_in_min(15)),
        _in_min(30),
        _("To the end, min"),
    )
    return WordTable("together", _("Taken first and together"), columns, rows, notes)


def _use(analysis: AcuteAnalysis) -> WordTable:
    used = [(each.name, each.use) for each in analysis.treatments]
    if analysis.triptan_days:
        used.append((_("Days with any triptan"), analysis.triptan_days))
    columns = (
        "",
        _("Doses"),
        _("Doses a week"),
        _("Most in 7 days"),
        _("Most in 30 days"),
        _("Last 30 days"),
        _("Dates"),
    )
    rows = tuple(_used(name, use) for name, use in used)
    return WordTable("use", _("Use and supply"), columns, rows, (_(SUPPLY),))


def _used(name: str, use: Use) -> tuple[Cell, ...]:
    return row(
        name,
        f"{use.doses:,}",
        f"{use.per_week:.1f}",
        f"{use.most_in_week:,}",
        f"{use.most_in_month:,}",
        f"{use.in_last_month:,}",
        (words.day(use.first_on), _("to {day}").format(day=words.day(use.last_on))),
    )


def _leanings(treatments: Iterable[AcuteTreatment]) -> WordTable:
    """Say how much of an estimate comes from a published rate."""
    rows = tuple(
        row(
            each.name,
            what,
            words.percent(share.from_prior),
            (f"{fact.value:g}% ({fact.source})", _(fact.note)),
        )
        for each in treatments
        for what, share in _shares(each.alone)
        if share and (fact := share.published)
    )
    columns = ("", _("Share"), _("How much"), _("Published"))
    return WordTable("leans_on", _("What the likely shares lean on"), columns, rows)


def _shares(outcomes: Outcomes) -> Iterator[tuple[str, Share | None]]:
    yield _("pain-free, 15 min"), outcomes.pain_free_15
    yield _("pain-free, 30 min"), outcomes.pain_free_30
    yield _("relief, 15 min"), outcomes.relief_15
    yield _("relief, 30 min"), outcomes.relief_30
