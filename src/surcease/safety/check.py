from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

import surcease.safety.rules
from surcease.diary import Diary
from surcease.language import gettext as _
from surcease.safety.finding import Finding, Lack, Need, Remark
from surcease.safety.record import Record
from surcease.safety.rule import Rule
from surcease.safety.tables.limits import limit_rules
from surcease.safety.tables.together import together_rules


@dataclass(frozen=True, slots=True)
class SafetyCheck:
    """What all rules say of a diary as of a day, and what they would need to know."""

    as_of: date
    findings: tuple[Finding, ...]
    needs: tuple[Need, ...]


@cache
def rules_by_key() -> Mapping[str, tuple[Rule, ...]]:
    """Return every rule by its key, a rule of several parts in their order."""
    by_key: defaultdict[str, list[Rule]] = defaultdict(list)
    for each in (*limit_rules(), *together_rules(), *_rules_in_files()):
        by_key[each.key].append(each)
    return {key: tuple(by_key[key]) for key in sorted(by_key)}


def check(diary: Diary, as_of: date | None = None) -> SafetyCheck:
    """Hold a diary against every rule.

    Parameters
    ----------
    as_of
        The day on which to look; entries of later days are left out. Without it, the last day of
        which the diary says anything.

    All of it is in the reader's language. Nothing is refused and nothing is advised: findings say
    what is recorded, what a label or guideline says, and what to ask the doctor.
    """
    record = Record(diary, as_of or last_day(diary))
    findings: list[Finding] = []
    needs: defaultdict[Lack, set[str]] = defaultdict(set)
    for part in chain.from_iterable(rules_by_key().values()):
        for seen in part.see(record):
            if isinstance(seen, Lack):
                needs[seen].add(part.key)
            else:
                findings.append(_finding(part, seen))
    ordered = sorted(findings, key=lambda each: (each.severity.rank, each.rule, each.on, each.text))
    return SafetyCheck(record.as_of, tuple(ordered), _needs(needs))


def _finding(part: Rule, seen: Remark) -> Finding:
    return Finding(
        rule=part.key,
        title=_(part.title),
        severity=seen.severity,
        on=seen.on,
        text=seen.text,
        ask=_(part.ask),
        doses=seen.doses,
        facts=seen.facts,
    )


def _needs(lacking: Mapping[Lack, set[str]]) -> tuple[Need, ...]:
    ordered = sorted(lacking.items(), key=lambda each: (each[0].where, each[0].needs))
    return tuple(Need(lack.needs, lack.where, tuple(sorted(keys))) for lack, keys in ordered)


def last_day(diary: Diary) -> date:
    """Return the last day of which a diary says anything; without any, the first of all days."""
    days = [each.started_at.on for each in diary.attacks]
    days += [each.given_at.on for each in diary.doses]
    days += [each.on for each in diary.days] + [each.on for each in diary.ecgs]
    days += [each.taken_at.on for each in diary.labs]
    days += [each.noticed_at.on for each in diary.symptoms]
    days += [each.to_on for each in diary.coverage]
    days += [on for each in diary.regimens for on in (each.from_on, each.to_on) if on]
    return max(days, default=date.min)


def _rules_in_files() -> list[Rule]:
    modules = sorted(iter_modules(surcease.safety.rules.__path__), key=lambda each: each.name)
    loaded = [import_module(f"surcease.safety.rules.{each.name}") for each in modules]
    return [each for module in loaded for each in vars(module).values() if isinstance(each, Rule)]
