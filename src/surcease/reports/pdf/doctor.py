"""Two pages for the doctor, the most important first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import period_sentences, sentences, words
from surcease.reports.acute_report import acute_report
from surcease.reports.choices import Part
from surcease.reports.grouping import lanes
from surcease.reports.labs import labs_table
from surcease.reports.pdf.blocks import Block, Facts, Grid, Paragraph, Printed, Section
from surcease.reports.pdf.content import Content
from surcease.reports.pdf.drawing import timeline_picture
from surcease.reports.pdf.parts import foot, lead, private_sections
from surcease.reports.safety_report import TAGS, SafetyNote, safety_report
from surcease.reports.treatment_table import others, treatment_table
from surcease.reports.word_table import Cell, WordTable
from surcease.safety import Severity

TITLE = gettext_noop("Headache diary: report for the doctor")
MOST_TREATMENTS = 8
MOST_ACUTE = 6
MOST_NOTES = 7
MOST_LABS = 5
MOST_LANES = 10
"""Two pages hold so many rows of each; what else there is, is named below its table."""

NO_PREVENTIVE = gettext_noop("No treatment to prevent attacks was given in this period.")
WHERE = gettext_noop("The command {command} shows where a source is.")
COMMAND = "surcease treatments NAME"
NOT_ADVICE = gettext_noop("This report describes what a diary shows. It is not advice.")


def doctor_report(content: Content, notice: str | None) -> Printed:
    sections = (_period(content), _treatments(content), *_chosen(content))
    return Printed(
        title=_(TITLE),
        as_of=content.last_on,
        lead=lead(content, notice),
        sections=sections,
        foot=foot(content, _(NOT_ADVICE)),
        paper=content.choices.paper,
        size_pt=8.8,
    )


def _chosen(content: Content) -> Iterator[Section]:
    has = content.choices.has
    if has(Part.ACUTE):
        yield _acute(content)
    if has(Part.SAFETY):
        yield _safety(content)
    if has(Part.LABS) and content.diary.labs:
        yield _labs(content)
    if has(Part.TIMELINE):
        yield from _timeline(content)
    yield from private_sections(content)


def _period(content: Content) -> Section:
    timeline, analysis = content.timeline, content.analysis
    if timeline is None:
        said = Paragraph(period_sentences.known_days_only(analysis))
        return Section(_("Period"), (said,))
    say = period_sentences
    facts = [
        (_("Period"), f"{say.period(timeline)}: {say.completeness(timeline)}"),
        (_("Attacks"), f"{say.attacks(timeline)}; {_attacks(content)}"),
        *_course(content),
        *say.weeks(timeline, content.now),
    ]
    rest = say.whole_diary_sentence(analysis, timeline)
    unknown = Paragraph(f"{say.unknown_is_open()} {rest}".rstrip(), quiet=True)
    return Section(_("Period and course"), (Facts(tuple(facts)), unknown))


def _attacks(content: Content) -> str:
    summary = content.attack_summary()
    parts = [sentences.duration(summary)]
    if summary.by_intensity:
        parts.append(period_sentences.intensities(summary.by_intensity))
    return "; ".join(parts)


def _course(content: Content) -> Iterator[tuple[str, str]]:
    course = content.analysis.course
    if course is None:
        return
    shown = replace(course, bouts=content.bouts)
    yield _("Course"), f"{sentences.subtype(course)}; {sentences.bouts(shown)}"


def _treatments(content: Content) -> Section:
    listed = content.preventives
    if not listed:
        return Section(_("Treatments to prevent attacks"), (Paragraph(_(NO_PREVENTIVE)),))
    table = treatment_table(listed, content.tried_by_key, MOST_TREATMENTS)
    blocks: list[Block] = [Grid(table, (3.0, 2.0, 1.3, 2.3, 2.0))]
    if rest := others(listed, MOST_TREATMENTS):
        blocks.append(Paragraph(rest))
    return Section(table.title, tuple(blocks))


def _acute(content: Content) -> Section:
    report = acute_report(content.acute())
    blocks: list[Block] = [Paragraph(f"{report.overview}.")]
    first = report.table("first")
    if first:
        use = report.table("use") or WordTable("use", "", (), ())
        table = _most(_with_use(first, use), MOST_ACUTE)
        blocks.append(Grid(table, (3.8, 1.7, 1.7, 1.3, 1.0)))
    blocks += [Paragraph(each) for each in report.lead]
    return Section(_("Acute treatments"), tuple(blocks))


def _with_use(first: WordTable, use: WordTable) -> WordTable:
    """Set beside each name how much of it was used, and below the table the days with triptans."""
    used = {cells[0][0]: cells for cells in use.rows}
    rows = tuple((_used(used.pop(cells[0][0], None), cells[0]), *cells[1:]) for cells in first.rows)
    rest = tuple(f"{name}: {_doses(cells)}; {_most_used(cells)}." for name, cells in used.items())
    return replace(first, rows=rows, notes=(*rest, *first.notes))


def _used(use: tuple[Cell, ...] | None, name: Cell) -> Cell:
    return (*name, _doses(use), _most_used(use)) if use else name


def _doses(use: tuple[Cell, ...]) -> str:
    _name, doses, weekly, *_rest = (cell[0] for cell in use)
    return _("{doses} in all, {weekly} a week").format(doses=doses, weekly=weekly)


def _most_used(use: tuple[Cell, ...]) -> str:
    *_rest, in_week, in_month, lately, _dates = (cell[0] for cell in use)
    return _("most {in_week} in 7 days, {in_month} in 30; {lately} in the last 30").format(
        in_week=in_week, in_month=in_month, lately=lately
    )


def _most(table: WordTable, most: int) -> WordTable:
    """Keep the first rows of a table, and name the others below it."""
    rest = table.rows[most:]
    if not rest:
        return table
    named = ", ".join(words.shortened(cells[0][0], 40) for cells in rest)
    unseen = _("Not shown: {names}.").format(names=named)
    return replace(table, rows=table.rows[:most], notes=(*table.notes, unseen))


def _safety(content: Content) -> Section:
    report = safety_report(content.safety())
    grave = [*report.of(Severity.STOP), *report.of(Severity.WARN)]
    blocks: list[Block] = [Paragraph(report.summary)]
    if grave:
        blocks.append(Facts(tuple(_note(each) for each in grave[:MOST_NOTES])))
    rest = [*grave[MOST_NOTES:], *report.of(Severity.INFO)]
    if rest:
        also = "; ".join(_in_short(each) for each in rest)
        blocks.append(Paragraph(_("Also: {notes}.").format(notes=also)))
    where = _(WHERE).format(command=COMMAND)
    blocks.append(Paragraph(f"{report.limits} {_(TAGS)} {where}", quiet=True))
    return Section(_("Safety notes on what is recorded"), tuple(blocks))


def _note(note: SafetyNote) -> tuple[str, str]:
    latest = _("latest {note}").format(note=note.latest) if note.times > 1 else note.latest
    sources = f" [{', '.join(note.sources)}]" if note.sources else ""
    return note.severity.value, f"{_in_short(note)}; {latest}{sources}"


def _in_short(note: SafetyNote) -> str:
    times = f" ({words.count(note.times, 'time')})" if note.times > 1 else ""
    return f"{note.title}{times}"


def _labs(content: Content) -> Section:
    table = _most(labs_table(content.diary.labs), MOST_LABS)
    return Section(table.title, (Grid(table, (3, 2, 3)),), kept_together=True)


def _timeline(content: Content) -> Iterator[Section]:
    details = content.analysis.details
    if content.timeline is None or details is None:
        return
    ordered = lanes(details)
    drawn = replace(details, lanes=tuple(ordered[:MOST_LANES]))
    picture = timeline_picture(drawn, content.bouts)
    if picture:
        blocks = (picture, *_undrawn(ordered[MOST_LANES:]))
        yield Section(_("Over time"), blocks, kept_together=True)


def _undrawn(lanes_left: Sequence[object]) -> Iterator[Block]:
    if lanes_left:
        number = words.count(len(lanes_left), "treatment")
        yield Paragraph(_("Not drawn: {treatments} more.").format(treatments=number), quiet=True)
