"""What a report says of acute treatments, in finished words: every page shares these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment, Combination, Outcomes
from surcease.acute.choices import Band, choices
from surcease.acute.comparison import Compared, Comparison
from surcease.acute.share import Share, share
from surcease.acute.time_to_end import Minutes, TimeToEnd
from surcease.acute.use import Use
from surcease.diary.response import Response
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.legible import legible
from surcease.reports.word_table import Cell, WordTable, row

NOT_KNOWN = "-"
NOTHING_TAKEN = gettext_noop("No attack of this diary has a dose of an acute treatment.")
LIMITS = gettext_noop(
    "This describes what followed a dose; it is not advice, and it does not say what would have "
    "followed without one: attacks end by themselves. Ranges hold 95%, as if attacks did not "
    "depend on each other; those of the comparison allow for attacks of one week being alike."
)
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
RATED = gettext_noop(
    "Every dose taken by itself, as it was entered; then the likely share of the first answer."
)
ANSWERS = {
    Response.HELPED: gettext_noop("Helped"),
    Response.SOME: gettext_noop("Somewhat"),
    Response.NONE: gettext_noop("Not"),
}
YES_OR_NO = {Response.HELPED: gettext_noop("Yes"), Response.NONE: gettext_noop("No")}
QUESTIONS = {
    "severity_reduced": (gettext_noop("Was severity reduced?"), ANSWERS | YES_OR_NO),
    "helpfulness": (
        gettext_noop("Was it helpful?"),
        ANSWERS | {Response.HELPED: gettext_noop("Helpful")},
    ),
}
ANY_QUESTION = (gettext_noop("Did it help?"), ANSWERS)
SAYS_LITTLE = {
    "severity_reduced": gettext_noop("Yes says that pain became less, not that it went.")
}
SUPPLY = gettext_noop("Most in 30 days is what a month's supply would have had to hold.")
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
    tables = tuple(each for each in _tables(shown) if each.rows) if shown.treatments else ()
    return AcuteReport(_overview(shown), tuple(_lead(shown)), tables, _(LIMITS))


def _overview(analysis: AcuteAnalysis) -> str:
    if analysis.first_on is None or analysis.last_on is None:
        return _("No attack is recorded.")
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
    return "; ".join(said.format(name=each.name, ratio=_ratio(each)) for each in found)


def _tables(analysis: AcuteAnalysis) -> Iterator[WordTable]:
    treatments = analysis.treatments
    yield _first(treatments)
    if analysis.comparison:
        yield _comparison(analysis.comparison)
    yield _relief(treatments)
    yield _by_band(
        "by_intensity",
        _("By intensity: minutes to the end"),
        {t.name: t.by_intensity for t in treatments},
        choices().bands,
    )
    yield _by_band(
        "by_delay",
        _("By time from onset to dose: minutes to the end"),
        {t.name: t.by_delay for t in treatments},
        choices().delays,
        (_(LATE),),
    )
    yield _every_dose(treatments)
    yield _together(analysis.combinations)
    for asked in dict.fromkeys(asked for each in treatments for asked in each.ratings):
        yield _ratings(treatments, asked)
    yield _use(analysis)
    yield _leanings(treatments)


def _first(treatments: Iterable[AcuteTreatment]) -> WordTable:
    rows = tuple(
        row(
            (each.name, words.count(alone.attacks, "attack")),
            _share(alone.pain_free_15),
            _share(alone.pain_free_30),
            _minutes(alone.to_end),
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
    rows = tuple(row(each.name, f"{each.attacks:,}", _ratio(each)) for each in comparison.others)
    times = _("Times as fast as {reference}").format(reference=comparison.reference)
    columns = ("", _("Attacks"), times)
    title = _("Compared among attacks alike")
    return WordTable("compared", title, columns, rows, (_(COMPARED),))


def _ratio(compared: Compared) -> str:
    if compared.ratio is None or compared.low is None or compared.high is None:
        return _("cannot tell: no attacks alike")
    ratio, low, high = (words.ratio(each) for each in (compared.ratio, compared.low, compared.high))
    return f"{ratio} ({words.span(low, high)})"


def _relief(treatments: Iterable[AcuteTreatment]) -> WordTable:
    rows = tuple(
        row(each.name, _share(each.alone.relief_15), _share(each.alone.relief_30))
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
    return (_on_one_line(outcomes.to_end), attacks)


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
    return (_on_one_line(outcomes.to_end_without_more), words.count(outcomes.attacks, "time"))


def _together(combinations: Sequence[Combination]) -> WordTable:
    enough = [each for each in combinations if each.outcomes.attacks >= choices().least_attacks]
    rows = tuple(
        row(
            (" + ".join(each.names), words.count(each.outcomes.attacks, "attack")),
            _share(each.outcomes.pain_free_15),
            _share(each.outcomes.pain_free_30),
            _minutes(each.outcomes.to_end),
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


def _ratings(treatments: Iterable[AcuteTreatment], asked: str) -> WordTable:
    """Show answers to what an app asked: one question says more than another."""
    question, answers = QUESTIONS.get(asked, ANY_QUESTION)
    rated = {each.name: each.ratings[asked] for each in treatments if asked in each.ratings}
    partly = any(said.get(Response.SOME) for said in rated.values())
    shown = [each for each in Response if partly or each != Response.SOME]
    headings = [_(answers[each]) for each in shown]
    rows = tuple(_rated(name, said, shown) for name, said in rated.items())
    notes = (RATED, SAYS_LITTLE[asked]) if asked in SAYS_LITTLE else (RATED,)
    columns = ("", *headings, _("{answer}, likely").format(answer=headings[0]))
    return WordTable(f"rated_{asked}", _(question), columns, rows, tuple(map(_, notes)))


def _rated(name: str, said: Mapping[Response, int], shown: Sequence[Response]) -> tuple[Cell, ...]:
    counts = [said.get(each, 0) for each in shown]
    return row(name, *(f"{each:,}" for each in counts), _likely(share(counts[0], sum(counts))))


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


def _share(share: Share | None) -> Cell:
    if share is None:
        return (NOT_KNOWN,)
    return (words.out_of(share.yes, share.of), _likely(share))


def _likely(share: Share) -> str:
    low, median, high = (round(100 * each) for each in (share.low, share.median, share.high))
    if low == high:
        return words.percent(share.median)
    span = words.span(str(low), f"{high}%")
    return f"{median}% ({span})"


def _minutes(times: TimeToEnd | None) -> Cell:
    if times is None or times.minutes.median is None:
        return (NOT_KNOWN,)
    return (f"{times.minutes.median:.0f}", _range(times.minutes))


def _on_one_line(times: TimeToEnd | None) -> str:
    return " ".join(_minutes(times))


def _range(minutes: Minutes) -> str:
    low = "0" if minutes.low is None else f"{minutes.low:.0f}"
    if minutes.high is None:
        return _("({low} or more)").format(low=low)
    return f"({words.span(low, f'{minutes.high:.0f}')})"
