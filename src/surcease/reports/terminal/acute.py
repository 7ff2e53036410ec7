from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from surcease.acute.analyze import AcuteAnalysis, AcuteTreatment, Combination
from surcease.acute.choices import choices
from surcease.acute.comparison import Compared, Comparison
from surcease.acute.share import Share
from surcease.acute.time_to_end import Minutes, TimeToEnd
from surcease.diary.response import Response
from surcease.reports import words
from surcease.reports.legible import legible
from surcease.reports.terminal import WIDEST
from surcease.reports.terminal.encoding import Encodable

GAP = 2
NOT_KNOWN = "-"
NO_ATTACKS = "No attack of this diary has a dose of an acute treatment."
LIMITS = (
    "This describes what followed a dose; it is not advice, and it does not say what would have "
    "followed without one: attacks end by themselves. Ranges hold 95%, as if attacks did not "
    "depend on each other; those of the comparison allow for attacks of one week being alike."
)
MEANING = (
    "Attacks: those in which it was taken first and alone. Pain-free: after 15 or 30 min without a "
    "further dose; counted, likely share, (range). To the end: minutes from the first dose to the "
    "end of the attack, whatever followed."
)
COMPARED = (
    "Treatments are chosen by how bad an attack is, so plain figures must not be compared. Here "
    "attacks of one band of intensity are compared, adjusted for the time from onset to dose: how "
    "many times as fast attacks end, at any moment, when it was taken first. What else differed, "
    "such as the year, is not adjusted for. Where pain at the dose is unknown, its peak is meant."
)
RATED = (
    "Every dose taken by itself, as entered. To 'was severity reduced?' a yes says that pain "
    "became less, not that it went."
)
EXTRA = (
    "Treatments are not compared: that needs the extra `statistics` "
    "(pip install 'surcease[statistics]')."
)


def render_acute(analysis: AcuteAnalysis, console: Console) -> None:
    """Print how attacks end after each acute treatment, and how much of it is used."""
    shown = legible(analysis)
    parts = [*_parts(shown), Text(LIMITS, style="dim")]
    title = Text("Acute treatments", style="bold")
    spaced = [title, *(line for part in parts for line in (part, Text()))][:-1]
    console.print(Encodable(Group(*spaced), console.encoding), width=min(console.width, WIDEST))


def _parts(analysis: AcuteAnalysis) -> Iterator[RenderableType]:
    yield Text(_overview(analysis))
    if not analysis.treatments:
        yield Text(NO_ATTACKS)
        return
    yield Group(_alone(analysis.treatments), Text(MEANING, style="dim"), *_leanings(analysis))
    yield from _titled("By intensity: minutes to the end", _by_part(analysis, "by_intensity"))
    yield from _titled("By time from onset to dose", _by_part(analysis, "by_delay"))
    if analysis.combinations:
        yield from _titled("Taken together", _combinations(analysis.combinations))
    if analysis.comparison:
        yield Group(*_titled("Compared", _comparison(analysis.comparison)), Text(COMPARED))
    elif analysis.comparison_missing:
        yield Text(EXTRA)
    if any(each.ratings for each in analysis.treatments):
        yield Group(*_titled("As rated", _ratings(analysis.treatments)), Text(RATED, style="dim"))
    yield from _titled("Use", _use(analysis))


def _overview(analysis: AcuteAnalysis) -> str:
    if analysis.first_on is None or analysis.last_on is None:
        return "No attack is recorded."
    span = f"{words.day(analysis.first_on)} to {words.day(analysis.last_on)}"
    outside = (
        f"; {words.count(analysis.doses_outside, 'dose')} outside any attack"
        if analysis.doses_outside
        else ""
    )
    return f"{span}: {analysis.attacks:,} attacks, {analysis.treated:,} treated{outside}"


def _titled(title: str, table: Table) -> Iterator[RenderableType]:
    if table.row_count:
        yield Group(Text(title, style="bold"), table)


def _grid(*columns: str) -> Table:
    table = Table(*columns, box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    table.columns[0].overflow = "fold"
    return table


def _alone(treatments: Iterable[AcuteTreatment]) -> Table:
    table = _grid(
        "Treatment",
        "Attacks",
        "Pain-free\n15 min",
        "Pain-free\n30 min",
        "To the end\nmin",
        "More\ntaken",
    )
    for each in treatments:
        alone = each.alone
        if alone.attacks:
            table.add_row(
                each.name,
                f"{alone.attacks:,}",
                _share(alone.pain_free_15),
                _share(alone.pain_free_30),
                _minutes(alone.to_end),
                words.percent(alone.further_dose / alone.attacks),
            )
    relief = [each for each in treatments if each.alone.relief_15 or each.alone.relief_30]
    for each in relief:
        table.add_row(
            f"{each.name}: relief", "", _share(each.alone.relief_15), _share(each.alone.relief_30)
        )
    return table


def _leanings(analysis: AcuteAnalysis) -> Iterator[Text]:
    """Say how much of an estimate comes from a published rate."""
    for each in analysis.treatments:
        outcomes = {
            "pain-free after 15 min": each.alone.pain_free_15,
            "relief after 15 min": each.alone.relief_15,
            "pain-free after 30 min": each.alone.pain_free_30,
            "relief after 30 min": each.alone.relief_30,
        }
        for name, share in outcomes.items():
            if share and share.published:
                fact = share.published
                yield Text(
                    f"{each.name}, {name}: {words.percent(share.from_prior)} of this leans on the "
                    f"published {fact.value:g}% ({fact.source}; {fact.note})",
                    style="dim",
                )


def _by_part(analysis: AcuteAnalysis, part: str) -> Table:
    found: dict[str, Mapping[str, TimeToEnd]] = {
        each.name: getattr(each, part) for each in analysis.treatments
    }
    bands = (*choices().bands, *choices().delays)
    used = {name for parts in found.values() for name in parts}
    names = [band.name for band in bands if band.name in used]
    table = _grid("", *names)
    for treatment, parts in found.items():
        if parts:
            cells = (_counted_minutes(parts.get(name)) for name in names)
            table.add_row(treatment, *cells)
    return table


def _combinations(combinations: Iterable[Combination]) -> Table:
    table = _grid("", "Attacks", "Pain-free\n30 min", "To the end\nmin")
    for each in combinations:
        outcomes = each.outcomes
        table.add_row(
            " + ".join(each.names),
            f"{outcomes.attacks:,}",
            _share(outcomes.pain_free_30),
            _minutes(outcomes.to_end),
        )
    return table


def _comparison(comparison: Comparison) -> Table:
    table = _grid("", "Attacks", f"Times as fast as\n{comparison.reference}")
    for each in comparison.others:
        table.add_row(each.name, f"{each.attacks:,}", _ratio(each))
    return table


def _ratio(compared: Compared) -> str:
    if compared.ratio is None:
        return "cannot tell: no attacks alike"
    return f"{compared.ratio:.2f} ({compared.low:.2f} to {compared.high:.2f})"


def _ratings(treatments: Iterable[AcuteTreatment]) -> Table:
    table = _grid("", "Helped", "Somewhat", "Not")
    for each in treatments:
        if each.ratings:
            table.add_row(each.name, *(f"{each.ratings.get(said, 0):,}" for said in Response))
    return table


def _use(analysis: AcuteAnalysis) -> Table:
    table = _grid(
        "", "Doses", "A week", "Most in\n7 days", "Most in\n30 days", "Last\n30 days", "From", "To"
    )
    rows = [(each.name, each.use) for each in analysis.treatments]
    if analysis.triptan_days:
        rows.append(("Days with any triptan", analysis.triptan_days))
    for name, use in rows:
        table.add_row(
            name,
            f"{use.doses:,}",
            f"{use.per_week:.1f}",
            str(use.most_in_week),
            str(use.most_in_month),
            str(use.in_last_month),
            words.day(use.first_on),
            words.day(use.last_on),
        )
    return table


def _share(share: Share | None) -> str:
    if share is None:
        return NOT_KNOWN
    spread = f"({100 * share.low:.0f} to {100 * share.high:.0f}%)"
    return f"{share.yes:,} of {share.of:,}\n{100 * share.median:.0f}% {spread}"


def _counted_minutes(times: TimeToEnd | None) -> str:
    return f"{_minutes(times)}, {times.intervals:,}" if times else NOT_KNOWN


def _minutes(times: TimeToEnd | None) -> str:
    if times is None or times.minutes.median is None:
        return NOT_KNOWN
    return f"{times.minutes.median:.0f} {_range(times.minutes)}"


def _range(minutes: Minutes) -> str:
    low = "0" if minutes.low is None else f"{minutes.low:.0f}"
    return f"({low} or more)" if minutes.high is None else f"({low} to {minutes.high:.0f})"
