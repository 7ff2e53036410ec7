"""A longer pack for the insurer: what was tried, how it went, what is published, the entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from surcease.acute.analyze import AcuteAnalysis
from surcease.analysis.result import TreatmentEffect
from surcease.formulary.treatment import Role
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import (
    entry_lists,
    period_sentences,
    sentences,
    severity_sentences,
    tried_sentences,
    words,
)
from surcease.reports.acute_report import AcuteReport, acute_report
from surcease.reports.choices import Part
from surcease.reports.evidence_report import BESIDE, EvidenceReport, evidence_report
from surcease.reports.grouping import lanes
from surcease.reports.labs import labs_table
from surcease.reports.own_result import own_result
from surcease.reports.pdf import method
from surcease.reports.pdf.blocks import Block, Facts, Grid, Paragraph, Printed, Section
from surcease.reports.pdf.content import Content
from surcease.reports.pdf.drawing import timeline_picture
from surcease.reports.pdf.parts import foot, lead, private_sections
from surcease.reports.tried import Tried
from surcease.reports.word_table import Cell, WordTable, row

TITLE = gettext_noop("Headache treatments: record and results")
SAYING = gettext_noop("Made from the patient's own diary. Not advice.")
SAME_DIGEST = gettext_noop("Equal diaries have equal digests.")
TRACED = gettext_noop(
    "Every figure can be traced: behind it stand the entries it rests on, a letter for the table "
    "of the diary and the number of the row in it: A attacks, D doses, R daily amounts, N days, L "
    "laboratory values. They are listed at the end."
)
LONGEST_NAME = 60
LONGEST_HEADING = 200
ROLES = {
    Role.ACUTE: gettext_noop("acute"),
    Role.TRANSITIONAL: gettext_noop("transitional"),
    Role.PREVENTIVE: gettext_noop("preventive"),
}
NOT_IN_FORMULARY = gettext_noop("not in the formulary")
NO_TREATMENT = gettext_noop("No treatment was written down in this period.")
COUNTED = gettext_noop(
    "Counted attacks before, during and after are given because they are asked for. They are not "
    "the effect: attacks come and go by themselves, and treatment is begun when they are many."
)
PREVENTED = gettext_noop(
    "{known} on known days; {everywhere} on all (what if: the same days without this treatment, "
    "all else as it was)"
)


def insurer_report(content: Content, notice: str | None) -> Printed:
    acute = content.acute()
    evidence = _evidence(content, acute)
    sections = (
        _record(content),
        _tried(content),
        *_each(content, evidence),
        *_acute(content, acute),
        *_course(content),
        *_labs(content),
        *private_sections(content),
        *method.sections(content.analysis),
        *_sources(evidence),
        *_entries(content),
    )
    return Printed(
        title=_(TITLE),
        as_of=content.last_on,
        lead=lead(content, notice),
        sections=sections,
        foot=foot(content, _(SAYING)),
        paper=content.choices.paper,
        size_pt=9.2,
    )


def _record(content: Content) -> Section:
    timeline = content.timeline
    facts = [(_("Diary"), f"SHA-256 {content.digest}")]
    if timeline is None:
        said = Paragraph(period_sentences.known_days_only(content.analysis))
        return Section(_("The record"), (said, Facts(tuple(facts))))
    say = period_sentences
    rest = say.whole_diary(content.analysis, timeline)
    known = [
        (_("Period"), say.period(timeline)),
        (_("Completeness"), f"{say.completeness(timeline)}. {say.unknown_is_open()}"),
        (_("Attacks"), say.attacks(timeline)),
        *say.weeks(timeline, content.now),
        *([(_("Estimates"), rest)] if rest else []),
    ]
    said = Paragraph(_ids_explained(content))
    return Section(_("The record"), (Facts((*known, *facts)), said))


def _ids_explained(content: Content) -> str:
    if not content.choices.has(Part.ENTRIES):
        return _(SAME_DIGEST)
    return f"{_(SAME_DIGEST)} {_(TRACED)}"


def _tried(content: Content) -> Section:
    if not content.given:
        return Section(_("What was tried"), (Paragraph(_(NO_TREATMENT)),))
    effects = {each.treatment: each for each in content.analysis.treatments}
    rows = tuple(_tried_row(each, effects.get(each.key)) for each in content.given)
    columns = (
        _("Treatment"),
        _("When, and how long"),
        _("How much"),
        _("Why it ended"),
        _("Result"),
    )
    table = WordTable("tried", _("What was tried"), columns, rows)
    return Section(table.title, (Grid(table, (2.7, 2.4, 2.3, 1.5, 2.1)),))


def _tried_row(found: Tried, effect: TreatmentEffect | None) -> tuple[Cell, ...]:
    return row(
        (words.shortened(found.name, LONGEST_NAME), _role(found)),
        (tried_sentences.dates(found), tried_sentences.how_long(found)),
        tried_sentences.how_much(found),
        tried_sentences.why_stopped(found),
        _in_short(found, effect),
    )


def _role(found: Tried) -> str:
    return _(ROLES[found.known.role] if found.known else NOT_IN_FORMULARY)


def _in_short(found: Tried, effect: TreatmentEffect | None) -> Cell:
    if effect is None or found.role == Role.ACUTE:
        return (_("see acute treatments"),) if found.role == Role.ACUTE else (words.NONE,)
    verdict = words.verdict(effect.verdict)
    reduction = sentences.told_reduction(effect)
    if reduction is None:
        return (verdict,)
    return (
        _("{change} attacks").format(change=words.change(reduction.median)),
        words.change_range(reduction),
        verdict,
    )


def _each(content: Content, evidence: dict[str, EvidenceReport]) -> Iterator[Section]:
    if not content.given:
        return
    yield Section(_("Treatment by treatment"), (Paragraph(_(COUNTED), quiet=True),))
    effects = {each.treatment: each for each in content.analysis.treatments}
    for each in content.given:
        blocks: list[Block] = [Facts(tuple(_facts(content, each, effects.get(each.key))))]
        if each.key in evidence:
            blocks += _published(evidence[each.key])
        yield Section(words.shortened(each.name, LONGEST_HEADING), tuple(blocks), level=2)


def _facts(
    content: Content, found: Tried, effect: TreatmentEffect | None
) -> Iterator[tuple[str, str]]:
    yield _("Given"), f"{tried_sentences.how_much(found)}; {tried_sentences.dates(found)}"
    stretches = list(tried_sentences.stretches(found))
    if len(stretches) > 1:
        yield _("Daily amounts"), "; ".join(stretches)
    if found.regimens:
        yield _("Why it ended"), tried_sentences.why_stopped(found)
    if found.role != Role.ACUTE:
        yield _("Attacks as counted"), tried_sentences.around(found)
        if effect is not None:
            yield from _effect(content, effect)
    if content.choices.has(Part.ENTRIES):
        yield _("Entries"), _entries_of(content, found)


def _effect(content: Content, effect: TreatmentEffect) -> Iterator[tuple[str, str]]:
    yield _("Verdict"), f"{words.verdict(effect.verdict)}: {sentences.reasons(effect)}"
    reduction = sentences.told_reduction(effect)
    if reduction is None:
        return
    yield _("Effect"), f"{sentences.reduction(reduction)}; {sentences.chances(effect)}"
    for amount in sentences.amounts(effect):
        yield _("By daily amount"), amount
    if effect.days_to_half:
        half = effect.days_to_half
        span = f"{words.interval(half.level)}: {words.length_range(half)}"
        yield _("Half of the effect gone after"), f"{words.length(half.median)} ({span})"
    yield from _answers(content, effect.treatment)


def _answers(content: Content, treatment: str) -> Iterator[tuple[str, str]]:
    answers = content.analysis.answers
    prevented = answers.prevented.get(treatment) if answers else None
    if prevented:
        known = sentences.prevented(prevented.known_days)
        everywhere = sentences.prevented(prevented.all_days)
        yield _("Attacks prevented"), _(PREVENTED).format(known=known, everywhere=everywhere)
    severity = answers.severity.get(treatment) if answers else None
    if severity and (told := severity_sentences.brief(severity)):
        yield _("Attacks that remain"), told


def _entries_of(content: Content, found: Tried) -> str:
    said = (content.ids.in_short(found.doses), content.ids.in_short(found.regimens))
    return "; ".join(filter(None, said))


def _evidence(content: Content, acute: AcuteAnalysis) -> dict[str, EvidenceReport]:
    if not content.choices.has(Part.EVIDENCE):
        return {}
    return {
        each.key: evidence_report(each.known, own_result(each.key, content.analysis, acute))
        for each in content.given
        if each.known
    }


def _published(report: EvidenceReport) -> Iterator[Block]:
    yield Paragraph(report.strength)
    if report.missing:
        yield Paragraph(report.missing, quiet=True)
    tables = (
        (report.statuses, (1.5, 3.5, 1.5)),
        (report.guidelines, (2.5, 3, 1.5)),
        (report.results, (3, 2, 2, 3)),
    )
    for table, widths in tables:
        if table.rows:
            yield Grid(_headed(table), widths)
    if report.own and report.results.rows:
        own = _("This diary: {result}").format(result=" ".join(report.own))
        yield Paragraph(f"{own} {_(BESIDE)}", quiet=True)


def _headed(table: WordTable) -> WordTable:
    """Let the first column carry the title, where it has no heading of its own."""
    first, *others = table.columns
    return table if first else replace(table, columns=(table.title, *others))


def _acute(content: Content, acute: AcuteAnalysis) -> Iterator[Section]:
    if not content.choices.has(Part.ACUTE) or not acute.treatments:
        return
    report = acute_report(acute)
    blocks = [Paragraph(f"{report.overview}."), *_acute_tables(report)]
    blocks += [Paragraph(each) for each in report.lead]
    yield Section(_("Acute treatments"), (*blocks, Paragraph(report.limits, quiet=True)))


def _acute_tables(report: AcuteReport) -> Iterator[Block]:
    widths = {
        "first": (3.2, 1.8, 1.8, 1.4, 1.0),
        "compared": (3, 1, 3),
        "use": (3.2, 0.9, 1.0, 1.2, 1.2, 1.2, 2.0),
    }
    for key, shares in widths.items():
        if table := report.table(key):
            yield Grid(table, shares)


def _course(content: Content) -> Iterator[Section]:
    course, details = content.analysis.course, content.analysis.details
    if course is None or content.timeline is None:
        return
    shown = replace(course, bouts=content.bouts)
    blocks: list[Block] = [Paragraph(f"{sentences.subtype(course)}; {sentences.bouts(shown)}.")]
    if details and content.choices.has(Part.TIMELINE):
        drawn = replace(details, lanes=tuple(lanes(details)))
        picture = timeline_picture(drawn, content.bouts)
        blocks += [picture] if picture else []
    yield Section(_("Course over time"), tuple(blocks), kept_together=True)


def _labs(content: Content) -> Iterator[Section]:
    if content.choices.has(Part.LABS) and content.diary.labs:
        table = labs_table(content.diary.labs)
        yield Section(table.title, (Grid(table, (3, 2, 3)),))


def _sources(evidence: dict[str, EvidenceReport]) -> Iterator[Section]:
    rows = {cells[0]: cells for each in evidence.values() for cells in each.sources.rows}
    if rows:
        ordered = tuple(rows[name] for name in sorted(rows))
        table = WordTable("sources", _("Sources"), (_("Key"), _("Where")), ordered)
        yield Section(table.title, (Grid(table, (1, 5)),))


def _entries(content: Content) -> Iterator[Section]:
    if not content.choices.has(Part.ENTRIES) or content.timeline is None:
        return
    diary, ids = content.diary, content.ids
    months = Grid(entry_lists.by_month(diary, content.timeline, ids), (1.2, 1, 0.9, 0.9, 5))
    silent = _silence(entry_lists.coverage(diary))
    yield Section(_("Entries"), (Paragraph(silent), months), on_new_page=True)
    yield from _tables(_listed(content))


def _silence(spans: Sequence[str]) -> str:
    if not spans:
        return _("No day counts as free of attacks only because nothing was written.")
    said = _("Days on which nothing written means no attack: {dates}.")
    return said.format(dates="; ".join(spans))


def _listed(content: Content) -> Iterator[tuple[WordTable, tuple[float, ...]]]:
    ids = content.ids
    yield entry_lists.regimens(content.given, ids), (2.2, 1, 1.2, 1.2, 2, 0.8)
    for each in content.given:
        if each.doses:
            yield entry_lists.doses(each, ids), (1.6, 1.4, 1.6, 3)
    if content.choices.has(Part.LABS):
        yield entry_lists.labs(content.diary, ids), (2, 2, 1.5, 1.5, 0.8)


def _tables(listed: Iterable[tuple[WordTable, tuple[float, ...]]]) -> Iterator[Section]:
    for table, widths in listed:
        if table.rows:
            yield Section(table.title, (Grid(table, widths),), level=2)
