"""What a report says of safety rules, in finished words: every page shares these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.legible import legible
from surcease.reports.word_table import WordTable, row
from surcease.safety import Finding, Need, SafetyCheck, Severity

NOTHING = gettext_noop("No rule has anything to say of what is recorded.")
UNVERIFIED = gettext_noop("read in no source")
MEANINGS = {
    Severity.STOP: gettext_noop(
        "contraindicated, or a sign of danger: speak with the prescriber; "
        "if it is happening now, with emergency care"
    ),
    Severity.WARN: gettext_noop("a limit or a check of a label or guideline was not kept"),
    Severity.INFO: gettext_noop("worth knowing, and worth asking about"),
}
LIMITS = gettext_noop(
    "These are notes on what is recorded, not advice: nothing is refused, and a note is no reason "
    "to change a treatment without the doctor. No note does not mean that all is safe."
)
TAGS = gettext_noop(
    "Behind a source: V read in a label or abstract, V2 in a secondary source, C computed."
)


@dataclass(frozen=True, slots=True)
class SafetyNote:
    """What one rule says of a diary.

    Parameters
    ----------
    times
        How often it says so; `latest` is the latest of them, `earlier` the rest, latest first.
    ask
        What to ask the doctor.
    sources
        What it rests on: the key of a source with its tag, or that there is none.
    """

    rule: str
    title: str
    severity: Severity
    times: int
    latest: str
    earlier: tuple[str, ...]
    ask: str
    sources: tuple[str, ...]

    @property
    def origin(self) -> str:
        """Name the rule, and what it rests on."""
        if not self.sources:
            return _("Rule {rule}").format(rule=self.rule)
        sources = ", ".join(self.sources)
        return _("Rule {rule}; source: {sources}").format(rule=self.rule, sources=sources)


@dataclass(frozen=True, slots=True)
class SafetyReport:
    """Notes by severity, the gravest first, and what rules would need to know."""

    as_of: date
    summary: str
    notes: tuple[SafetyNote, ...]
    needs: WordTable
    limits: str

    @property
    def title(self) -> str:
        """Say as of when; a diary that speaks of no day has none."""
        if self.as_of == date.min:
            return _("Safety notes")
        return _("Safety notes, as of {day}").format(day=words.day(self.as_of))

    def of(self, severity: Severity) -> tuple[SafetyNote, ...]:
        return tuple(each for each in self.notes if each.severity == severity)


def safety_report(check: SafetyCheck) -> SafetyReport:
    shown = legible(check)
    notes = tuple(_notes(shown.findings))
    return SafetyReport(shown.as_of, _summary(notes), notes, _needs(shown.needs), _(LIMITS))


def _notes(findings: Sequence[Finding]) -> Iterator[SafetyNote]:
    for severity in Severity:
        grave = [each for each in findings if each.severity == severity]
        for _rule, group in groupby(grave, key=lambda each: (each.rule, each.title)):
            yield _note(sorted(group, key=_when, reverse=True))


def _note(found: Sequence[Finding]) -> SafetyNote:
    latest, *earlier = (f"{words.day(each.on)}: {each.text}" for each in found)
    newest = found[0]
    return SafetyNote(
        rule=newest.rule,
        title=newest.title,
        severity=newest.severity,
        times=len(found),
        latest=latest,
        earlier=tuple(earlier),
        ask=newest.ask,
        sources=_sources(newest),
    )


def _when(finding: Finding) -> tuple[date, datetime]:
    given = [dose.given_at.at for dose in finding.doses]
    return finding.on, max(given, default=datetime.min.replace(tzinfo=UTC))


def _sources(finding: Finding) -> tuple[str, ...]:
    named = (
        f"{source} ({fact.tag})" if fact.verified else _(UNVERIFIED)
        for fact in finding.facts
        for source in (fact.source, *fact.also)
    )
    return tuple(dict.fromkeys(named))


def _summary(notes: Sequence[SafetyNote]) -> str:
    """Say how many rules of each severity have something to say: "1 STOP, 7 WARN, 9 INFO"."""
    if not notes:
        return _(NOTHING)
    counts = {each: sum(note.severity == each for note in notes) for each in Severity}
    said = (f"{number} {severity.value}" for severity, number in counts.items() if number)
    return f"{words.count(len(notes), 'note')}: {', '.join(said)}."


def _needs(needs: Sequence[Need]) -> WordTable:
    rows = tuple(
        row(where, (_asked(told := list(group)), _("for {rules}").format(rules=_rules(told))))
        for where, group in groupby(needs, key=lambda each: each.where)
    )
    title = _("What rules would need to know, if you want to write it down")
    return WordTable("needs", title, (_("Where"), _("What")), rows)


def _asked(needs: Sequence[Need]) -> str:
    return "; ".join(each.needs for each in needs)


def _rules(needs: Sequence[Need]) -> str:
    return ", ".join(sorted({rule for each in needs for rule in each.rules}))
