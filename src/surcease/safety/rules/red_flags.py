from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from surcease.diary import Attack, Kind, distinct_attacks
from surcease.formulary.classes import fact_at
from surcease.formulary.vocabulary import symptom_groups_in
from surcease.language import gettext as _
from surcease.safety.finding import Lack, Remark, Severity
from surcease.safety.record import Record
from surcease.safety.rule import Seen, rule
from surcease.safety.words import fact_number, filled

ASK = "This may need urgent care now: could there be another cause?"


@rule("Q01", "Warning signs of another cause", ask=ASK, rests_on=("cluster_headache.red_flags",))
def red_flags(record: Record) -> Iterator[Seen]:
    for on, symptom in _symptoms(record):
        groups = symptom_groups_in(symptom)
        fact = fact_at("cluster_headache.red_flags", on)
        if "red_flag" in groups:
            text = filled(_("A warning sign on {day}: urgent care if it is new"), day=on)
            yield Remark(Severity.STOP, text, on, (), (fact,))
        if "new_pattern" in groups:
            yield from _new_pattern(record, on)


@rule(
    "Q01",
    "An attack longer than any before",
    ask="Was that attack like the others, or should another cause be looked for?",
    rests_on=("cluster_headache.longest_attack", "cluster_headache.enough_attacks"),
)
def long_attack(record: Record) -> Iterator[Seen]:
    """Speak of an attack that goes beyond the classification where none before it did."""
    timed = sorted(
        (each for each in distinct_attacks(record.diary).events if _counts(each, record)),
        key=lambda each: each.started_at.at,
    )
    for nth, attack in enumerate(timed):
        on = attack.started_at.on
        longest = fact_at("cluster_headache.longest_attack", on)
        enough = fact_at("cluster_headache.enough_attacks", on)
        if (attack.duration_min or 0) > fact_number(longest):
            if nth >= fact_number(enough):
                text = filled(
                    _(
                        "An attack of {minutes} min on {day}: none before it was so long, "
                        "and {longest} is the most that the classification has"
                    ),
                    minutes=f"{attack.duration_min:.0f}",
                    day=on,
                    longest=longest.value,
                )
                yield Remark(Severity.INFO, text, on, (), (longest, enough))
            return


def _symptoms(record: Record) -> Iterator[tuple[date, str]]:
    for sign in record.diary.symptoms:
        if sign.noticed_at.on <= record.as_of:
            yield sign.noticed_at.on, sign.symptom
    for attack in record.diary.attacks:
        if attack.started_at.on <= record.as_of:
            for symptom in attack.symptoms:
                yield attack.started_at.on, symptom


def _new_pattern(record: Record, on: date) -> Iterator[Seen]:
    person = record.diary.person
    if person is None or person.birth_year is None:
        yield Lack(_("year of birth and sex, in [person]"), "diary.toml")
    elif on.year - person.birth_year > fact_number(
        fact := fact_at("cluster_headache.new_pattern_age", on)
    ):
        text = filled(
            _("A new pattern of headache on {day}, past the age of {age}: urgent care"),
            day=on,
            age=fact.value,
        )
        yield Remark(Severity.STOP, text, on, (), (fact,))


def _counts(attack: Attack, record: Record) -> bool:
    known = attack.kind is Kind.ATTACK and attack.duration_min is not None
    return known and attack.started_at.on <= record.as_of
