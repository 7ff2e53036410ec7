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
from surcease.reports import words
from surcease.reports.word_table import WordTable, row

GUIDELINES = {
    "guideline_ahs": "American Headache Society, level",
    "guideline_ean": "European Academy of Neurology",
}
PLACES = {
    "US": "United States",
    "EU": "European Union",
    "UK": "United Kingdom",
    "CA": "Canada",
    "FR": "France",
    "DE": "Germany",
    "NZ": "New Zealand",
}
UNVERIFIED = "read in no source"
LIMITS = (
    "Published counts, as read; not advice, and not a systematic review. Ranges hold 95%: exact "
    "(Clopper and Pearson) for a share, Newcombe for a difference."
)
MISSING = (
    "Ranges and pooled results need the extra `statistics` (pip install 'surcease[statistics]')."
)
BESIDE = (
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
    limits: str = LIMITS


def evidence_report(treatment: Treatment, own: Sequence[str] = ()) -> EvidenceReport:
    found = [each for each in results().values() if each.treatment == treatment.key]
    has_extra = find_spec("statsmodels") is not None
    return EvidenceReport(
        treatment=treatment.key,
        name=treatment.name,
        strength=strength(found),
        own=tuple(own),
        statuses=_statuses(treatment),
        guidelines=_guidelines(treatment),
        results=_results(found if has_extra else []),
        pooled=_pooled(treatment.key if has_extra else ""),
        sources=_sources(treatment, found),
        missing=MISSING if found and not has_extra else "",
    )


def strength(found: Iterable[Result]) -> str:
    """Say how many studies of benefit there are, with and without a control group."""
    benefit = [each for each in found if each.asks == "benefit"]
    controlled = list(_studies(each for each in benefit if each.controlled))
    without = list(_studies(each for each in benefit if not each.controlled))
    if not benefit:
        return "No published result for cluster headache is in the table."
    counted = words.count(len(controlled), "controlled study", "controlled studies")
    said = [f"{counted}: {', '.join(controlled)}"] if controlled else ["No controlled study"]
    said += [f"without a control group: {', '.join(without)}"] if without else []
    return f"{'; '.join(said)}."


def _studies(found: Iterable[Result]) -> Iterator[str]:
    """Say each study once, with the size of its arms: subtypes that it reports apart add up."""
    apart: defaultdict[str, dict[str, Result]] = defaultdict(dict)
    for each in sorted(found, key=lambda each: (each.unit == "patient", each.treated.of)):
        apart[study_in_words(each)][each.subtype] = each
    for study, parts in sorted(
        apart.items(), key=lambda each: min(r.key for r in each[1].values())
    ):
        treated = sum(each.treated.of for each in parts.values())
        control = sum(each.control.of for each in parts.values() if each.control)
        against = f" against {control}" if control else ""
        unit = next(iter(parts.values())).unit
        yield f"{study} ({treated}{against} {unit}s)"


def study_in_words(result: Result) -> str:
    """Set the year apart from the names: "Leone 2000"."""
    return re.sub(r"(?<=[A-Za-z])(?=(?:19|20)\d\d\b)", " ", result.study)


def _statuses(treatment: Treatment) -> WordTable:
    alike: defaultdict[Status, list[str]] = defaultdict(list)
    for each in treatment.statuses:
        alike[replace(each, place="")].append(PLACES.get(each.place, each.place))
    rows = tuple(
        row(", ".join(places), _status(each), _origin(each.source, each.tag))
        for each, places in alike.items()
    )
    columns = ("", "Status", "Source")
    return WordTable("statuses", "Status for cluster headache", columns, rows)


def _status(status: Status) -> tuple[str, ...]:
    said = (
        f"{status.status} (from {words.month(status.from_on)})" if status.from_on else status.status
    )
    return (said, status.note) if status.note else (said,)


def _guidelines(treatment: Treatment) -> WordTable:
    held = ((name, treatment.fact(key, date.max)) for key, name in GUIDELINES.items())
    rows = tuple(
        row(name, _recommended(fact), _origin(fact.source, fact.tag)) for name, fact in held if fact
    )
    return WordTable("guidelines", "Guidelines", ("", "Says", "Source"), rows)


def _recommended(fact: Fact) -> tuple[str, ...]:
    return (str(fact.value), fact.note) if fact.note else (str(fact.value),)


def _origin(source: str, tag: str) -> str:
    return UNVERIFIED if tag == "M" else f"{source} ({tag})"


def _results(found: Sequence[Result]) -> WordTable:
    columns = ("Study", "Treated", "Control", "Mind")
    if not found:
        return WordTable("results", "Published results", columns, ())
    from surcease.reports.evidence_figures import result_row  # noqa: PLC0415  needs the extra

    rows = tuple(map(result_row, found))
    return WordTable("results", "Published results", columns, rows)


def _pooled(treatment: str) -> WordTable:
    columns = ("", "Figures", "Mind")
    if not treatment:
        return WordTable("pooled", "Put together", columns, ())
    from surcease.reports.evidence_figures import pooled_rows  # noqa: PLC0415  needs the extra

    return WordTable("pooled", "Put together", columns, tuple(pooled_rows(treatment)))


def _sources(treatment: Treatment, found: Iterable[Result]) -> WordTable:
    keys = dict.fromkeys([*_keys(treatment), *(each.source for each in found)])
    rows = tuple(row(key, _where(sources()[key])) for key in keys if key != "memory")
    return WordTable("sources", "Sources", ("", "Where"), rows)


def _keys(treatment: Treatment) -> Iterator[str]:
    yield from (each.source for each in treatment.statuses)
    held = (treatment.fact(key, date.max) for key in GUIDELINES)
    yield from (fact.source for fact in held if fact)


def _where(source: Source) -> tuple[str, ...]:
    """Return addresses without their scheme: a page must not be mistaken for one that fetches."""
    return tuple(each.partition("://")[2] for each in source.addresses) or (source.note,)
