"""The entries behind the figures, so that each can be looked up in the diary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from surcease.analysis.result import Timeline
from surcease.diary import Diary, Dose
from surcease.formulary.treatment import Role
from surcease.language import gettext as _
from surcease.reports import sentences, words
from surcease.reports.entries import Entry, EntryIds
from surcease.reports.periods import months
from surcease.reports.tried import Tried
from surcease.reports.word_table import Cell, WordTable, row

LONGEST_NAME = 60
MOST_SINGLE = 120
"""Doses of a treatment up to which each has a row; more, and those against attacks, go by month."""


def by_month(diary: Diary, timeline: Timeline, ids: EntryIds) -> WordTable:
    """List for each month its days, its attacks, and the entries that say so."""
    attacks = _by(diary.attacks, lambda each: each.started_at.on)
    days = _by(diary.days, lambda each: each.on)
    rows = tuple(
        row(
            words.month(each.from_on),
            f"{each.observed}",
            f"{each.unknown}",
            f"{each.attacks:,}",
            _ids(ids, attacks[each.from_on.replace(day=1)], days[each.from_on.replace(day=1)]),
        )
        for each in months(timeline)
    )
    columns = (_("Month"), _("Known days"), _("Unknown"), _("Attacks"), _("Entries"))
    return WordTable("entries_months", _("Days and attacks, by month"), columns, rows)


def coverage(diary: Diary) -> tuple[str, ...]:
    """Say on which days silence means that there was no attack."""
    return tuple(words.day_range(each.from_on, each.to_on) for each in diary.coverage)


def doses(found: Tried, ids: EntryIds) -> WordTable:
    """List the doses of one treatment, each by itself or, where they are many, by month."""
    title = _("Doses: {name}").format(name=words.shortened(found.name, LONGEST_NAME))
    if found.times > MOST_SINGLE or found.role == Role.ACUTE:
        rows = tuple(_month_of_doses(found.doses, ids))
        columns = (_("Month"), _("Doses"), _("Amount"), _("Entries"))
        return WordTable("entries_doses", title, columns, rows)
    rows = tuple(_session(session, ids) for session in _sessions(found.doses))
    columns = (_("Given"), _("Amount"), _("Sites"), _("Entries"))
    return WordTable("entries_doses", title, columns, rows)


def regimens(found: Sequence[Tried], ids: EntryIds) -> WordTable:
    rows = tuple(
        row(
            words.shortened(each.name, LONGEST_NAME),
            sentences.amount(part.amount_per_day, part.unit),
            words.day(part.from_on),
            words.day(part.to_on) if part.to_on else _("goes on"),
            part.reason_stopped.strip() or words.NONE,
            ids.one(part),
        )
        for each in found
        for part in each.regimens
    )
    columns = (_("Treatment"), _("A day"), _("From"), _("To"), _("Why stopped"), _("Entry"))
    return WordTable("entries_regimens", _("Daily amounts"), columns, rows)


def labs(diary: Diary, ids: EntryIds) -> WordTable:
    rows = tuple(
        row(
            each.test,
            each.assay or words.NONE,
            f"{each.value:g} {each.unit}",
            words.day(each.taken_at.on),
            ids.one(each),
        )
        for each in sorted(diary.labs, key=lambda each: each.taken_at.at)
    )
    columns = (_("Test"), _("Assay"), _("Value"), _("Taken"), _("Entry"))
    return WordTable("entries_labs", _("Laboratory values"), columns, rows)


def _ids(ids: EntryIds, attacks: Sequence[Entry], days: Sequence[Entry]) -> Cell:
    said = filter(None, (ids.of_all(attacks), ids.of_all(days)))
    return ("; ".join(said) or words.NONE,)


def _by[E: Entry](entries: Iterable[E], on: Callable[[E], date]) -> defaultdict[date, list[E]]:
    found: defaultdict[date, list[E]] = defaultdict(list)
    for each in entries:
        found[on(each).replace(day=1)].append(each)
    return found


def _sessions(given: Sequence[Dose]) -> Iterator[list[Dose]]:
    for _at, session in groupby(given, key=lambda each: each.given_at.at):
        yield list(session)


def _session(session: Sequence[Dose], ids: EntryIds) -> tuple[Cell, ...]:
    when = f"{words.day(session[0].given_at.on)}, {session[0].given_at.local:%H:%M}"
    sites = [each.site.strip() for each in session if each.site.strip()]
    where = sites[0] if len(sites) == 1 else words.count(len(sites), "site") if sites else "-"
    return row(when, _amount(session), where, ids.of_all(session))


def _month_of_doses(given: Sequence[Dose], ids: EntryIds) -> Iterator[tuple[Cell, ...]]:
    for month, group in groupby(given, key=lambda each: each.given_at.on.replace(day=1)):
        found = list(group)
        times = len({each.given_at.at for each in found})
        yield row(words.month(month), f"{times:,}", _amount(found), ids.of_all(found))


def _amount(given: Sequence[Dose]) -> str:
    """Add up what was given, by unit: "6 mg", "155 U"; a dose without an amount is said."""
    sums: defaultdict[str, float] = defaultdict(float)
    for each in given:
        if each.amount is not None:
            sums[each.unit.strip()] += each.amount
    parts = [sentences.amount(amount, unit) for unit, amount in sums.items()]
    without = sum(each.amount is None for each in given)
    if without:
        parts.append(_without_amount(without) if len(given) > 1 else _("not written down"))
    return " + ".join(parts)


def _without_amount(number: int) -> str:
    return _("{number} without an amount").format(number=f"{number:,}")
