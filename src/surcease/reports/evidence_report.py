"""How strong the published evidence for a treatment is, in words that every page shares."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib.util import find_spec

from surcease.evidence.results import Result, results
from surcease.formulary import Fact, Source, Status, Treatment, sources
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.word_table import WordTable, row

GUIDELINES = {
    "guideline_ahs": gettext_noop("American Headache Society, level"),
    "guideline_ean": gettext_noop("European Academy of Neurology"),
}
PLACES = {
    "US": gettext_noop("United States"),
    "EU": gettext_noop("European Union"),
    "UK": gettext_noop("United Kingdom"),
    "CA": gettext_noop("Canada"),
    "FR": gettext_noop("France"),
    "DE": gettext_noop("Germany"),
    "NZ": gettext_noop("New Zealand"),
}
UNVERIFIED = gettext_noop("read in no source")
LIMITS = gettext_noop(
    "Published counts, as read; not advice, and not a systematic review. Ranges hold 95%: exact "
    "(Clopper and Pearson) for a share, Newcombe for a difference."
)
MISSING = gettext_noop(
    "Ranges and pooled results need the extra `statistics` (pip install 'surcease[statistics]')."
)
BESIDE = gettext_noop(
    "The two figures are not of one kind: a study counts in how many people or attacks something "
    "happened, this diary says by how much the attacks of one person changed."
)


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """What is published on one treatment for cluster headache.

    Parameters
    ----------
    strength
        In one sentence, how many studies there are and how they were made.
    own
        What the patient's own diary says of the treatment; empty without a diary.
    missing
        What to say in place of results and pooled results where the extra is not installed.
    """

    treatment: str
    name: str
    strength: str
    own: tuple[str, ...]
    statuses: WordTable
    guidelines: WordTable
    results: WordTable
    pooled: WordTable
    sources: WordTable
    missing: str
    limits: str


def evidence_report(treatment: Treatment, own: Sequence[str] = ()) -> EvidenceReport:
    found = [each for each in results().values() if each.treatment == treatment.key]
    has_extra = find_spec("statsmodels") is not None
    return EvidenceReport(
        treatment=treatment.key,
        name=treatment.shown,
        strength=strength(found),
        own=tuple(own),
        statuses=_statuses(treatment),
        guidelines=_guidelines(treatment),
        results=_results(found if has_extra else []),
        pooled=_pooled(treatment.key if has_extra else ""),
        sources=_sources(treatment, found),
        missing=_(MISSING) if found and not has_extra else "",
        limits=_(LIMITS),
    )


def strength(found: Iterable[Result]) -> str:
    """Say how many studies of benefit there are, with and without a control group."""
    benefit = [each for each in found if each.asks == "benefit"]
    controlled = list(_studies(each for each in benefit if each.controlled))
    without = list(_studies(each for each in benefit if not each.controlled))
    if not benefit:
        return _("No published result for cluster headache is in the table.")
    counted = words.count(len(controlled), "controlled study")
    said = [f"{counted}: {', '.join(controlled)}"] if controlled else [_("No controlled study")]
    if without:
        said.append(_("without a control group: {studies}").format(studies=", ".join(without)))
    return f"{'; '.join(said)}."


def _studies(found: Iterable[Result]) -> Iterator[str]:
    """Say each study once, with the size of its arms: subtypes that it reports apart add up."""
    apart: defaultdict[str, dict[str, Result]] = defaultdict(dict)
    for each in sorted(found, key=lambda each: (each.unit == "patient", each.treated.of)):
        apart[_year_apart(each.trial)][each.subtype] = each
    for study, parts in sorted(
        apart.items(), key=lambda each: min(r.key for r in each[1].values())
    ):
        treated = sum(each.treated.of for each in parts.values())
        control = sum(each.control.of for each in parts.values() if each.control)
        against = _("{treated} against {control}") if control else "{treated}"
        number = against.format(treated=treated, control=control)
        yield f"{study} ({units(number, next(iter(parts.values())).unit)})"


def units(number: str, unit: str) -> str:
    """Say what a study counted: "28 patients"."""
    forms = {
        "patient": _("{number} patients"),
        "attack": _("{number} attacks"),
        "course": _("{number} courses"),
        "infusion": _("{number} infusions"),
    }
    return forms[unit].format(number=number)


def study_in_words(result: Result) -> str:
    return _year_apart(result.study)


def _year_apart(study: str) -> str:
    """Set the year apart from the names: "Leone 2000"."""
    return re.sub(r"(?<=[A-Za-z])(?=(?:19|20)\d\d\b)", " ", study)


def _statuses(treatment: Treatment) -> WordTable:
    alike: defaultdict[Status, list[str]] = defaultdict(list)
    for each in treatment.statuses:
        alike[replace(each, place="")].append(_(PLACES.get(each.place, each.place)))
    rows = tuple(
        row(", ".join(places), _status(each), _origin(each.source, each.tag))
        for each, places in alike.items()
    )
    columns = ("", _("Status"), _("Source"))
    return WordTable("statuses", _("Status for cluster headache"), columns, rows)


def _status(status: Status) -> tuple[str, ...]:
    said = _(status.status)
    if status.from_on:
        since = _("from {month}").format(month=words.month(status.from_on))
        said = f"{said} ({since})"
    return (said, _(status.note)) if status.note else (said,)


def _guidelines(treatment: Treatment) -> WordTable:
    held = ((name, treatment.fact(key, date.max)) for key, name in GUIDELINES.items())
    rows = tuple(
        row(_(name), _recommended(fact), _origin(fact.source, fact.tag))
        for name, fact in held
        if fact
    )
    columns = ("", _("Says"), _("Source"))
    return WordTable("guidelines", _("Guidelines"), columns, rows)


def _recommended(fact: Fact) -> tuple[str, ...]:
    return (fact.statement, _(fact.note)) if fact.note else (fact.statement,)


def _origin(source: str, tag: str) -> str:
    return _(UNVERIFIED) if tag == "M" else f"{source} ({tag})"


def _results(found: Sequence[Result]) -> WordTable:
    columns = (_("Study"), _("Treated"), _("Control"), _("Mind"))
    if not found:
        return WordTable("results", _("Published results"), columns, ())
    from surcease.reports.evidence_figures import result_row  # noqa: PLC0415  needs the extra

    rows = tuple(map(result_row, found))
    return WordTable("results", _("Published results"), columns, rows)


def _pooled(treatment: str) -> WordTable:
    columns = ("", _("Figures"), _("Mind"))
    if not treatment:
        return WordTable("pooled", _("Put together"), columns, ())
    from surcease.reports.evidence_figures import pooled_rows  # noqa: PLC0415  needs the extra

    return WordTable("pooled", _("Put together"), columns, tuple(pooled_rows(treatment)))


def _sources(treatment: Treatment, found: Iterable[Result]) -> WordTable:
    keys = dict.fromkeys([*_keys(treatment), *(each.source for each in found)])
    rows = tuple(row(key, _where(sources()[key])) for key in keys if key != "memory")
    return WordTable("sources", _("Sources"), ("", _("Where")), rows)


def _keys(treatment: Treatment) -> Iterator[str]:
    yield from (each.source for each in treatment.statuses)
    held = (treatment.fact(key, date.max) for key in GUIDELINES)
    yield from (fact.source for fact in held if fact)


def _where(source: Source) -> tuple[str, ...]:
    """Return addresses without their scheme: a page must not be mistaken for one that fetches."""
    return tuple(each.partition("://")[2] for each in source.addresses) or (source.note,)
