"""What a report says in whole sentences; the terminal and the HTML report share these."""

from __future__ import annotations

from math import isfinite

from surcease.analysis.result import (
    Analysis,
    AttackSummary,
    Bout,
    ByDoseAmount,
    Clock,
    Course,
    Days,
    DueDate,
    Estimate,
    Season,
    TreatmentEffect,
    Verdict,
)
from surcease.effects.reasons import MORE_ATTACKS, explain
from surcease.formulary.wording import unit_in_words
from surcease.reports import words

NO_DAYS = (
    "No day of this diary is known yet, so nothing can be said about it. A day is known by an "
    "attack, by a count of attacks (0 for none), or by coverage."
)

SUSPECT_MIDNIGHT = 3 / 24
"""Onsets at exactly midnight, three times what an even spread over the hours would give."""

METHODS = {
    "none": "no model was fitted",
    "psis": "Laplace approximation, Pareto-smoothed importance sampling",
    "nuts": "Hamiltonian Monte Carlo (NUTS)",
}

UNEXPECTED = 0.05
"""A clock or season that chance alone would give more rarely than this is said to stand out."""


def days(known: Days) -> str:
    total = words.count(known.observed + known.unknown, "day")
    return (
        f"{words.day_range(known.from_on, known.to_on)}: {known.observed:,} of {total} known, "
        f"{known.unknown:,} unknown, {words.count(known.attacks, 'attack')}"
    )


def subtype(course: Course) -> str:
    if course.subtype == "undetermined":
        return f"not yet clear whether episodic or chronic ({course.criteria})"
    return f"{course.subtype} ({course.criteria})"


def bouts(course: Course) -> str:
    if not course.bouts:
        return "no bout found"
    latest = bout(course.bouts[-1])
    if len(course.bouts) == 1:
        return f"one bout, {latest}"
    return f"{len(course.bouts)} bouts, the latest {latest}"


def bout(each: Bout) -> str:
    attacks = words.count(each.attacks, "attack")
    return f"{words.day_range(each.from_on, each.to_on)} with {attacks}"


def attacks_now(attacks: Estimate) -> str:
    if not isfinite(attacks.median):
        return words.NOT_KNOWN
    level = words.interval(attacks.level)
    return f"{words.rate(attacks.median)} attacks a day ({level} {words.rate_range(attacks)})"


def duration(attacks: AttackSummary) -> str:
    if attacks.duration_mean_min is None:
        return "no attack has a known duration"
    spread = (
        f"SD {words.decimal(attacks.duration_sd_min)}, "
        if attacks.duration_sd_min is not None
        else ""
    )
    known = words.count(attacks.duration_known, "attack")
    return f"{words.decimal(attacks.duration_mean_min)} min on average ({spread}from {known})"


def counted(groups: dict[str, int]) -> str:
    """Say how many attacks fall in each group: "cluster: 4,600, migraine: 120"."""
    return ", ".join(f"{_brief(name)}: {number:,}" for name, number in groups.items())


def shares(groups: dict[str, int]) -> str:
    """Say the share of each group: "mild: 14%, moderate: 66%"."""
    total = sum(groups.values())
    return ", ".join(
        f"{_brief(name)}: {words.percent(number / total)}"
        for name, number in groups.items()
        if total
    )


def _brief(name: str) -> str:
    return words.shortened(name, 60)


def reduction(estimate: Estimate) -> str:
    level = words.interval(estimate.level)
    return f"{attacks_changed(estimate.median)} ({level}: {words.change_range(estimate)})"


def attacks_changed(fraction: float) -> str:
    text = words.change(fraction)
    whole = {"no change": "no change in attacks", words.NOT_KNOWN: words.NOT_KNOWN}
    return whole.get(text, f"{text} attacks")


def reasons(effect: TreatmentEffect) -> str:
    return "; ".join(map(explain, effect.because))


def wear_off_is_told(effect: TreatmentEffect) -> bool:
    """Tell whether the diary says anything of the wear-off, beyond what was assumed beforehand."""
    return effect.verdict != Verdict.CANNOT_TELL


def due_is_told(effect: TreatmentEffect) -> bool:
    """Tell whether there is an effect to speak of whose end is worth a date."""
    sure = effect.verdict in {Verdict.STRONG, Verdict.SUGGESTIVE}
    return sure and MORE_ATTACKS not in effect.because


def clock(each: Clock) -> str:
    if each.peak_hour is None or not sum(each.by_hour):
        return "No time of day stands out."
    peak = f"Attacks start most often around {words.hour(each.peak_hour)}"
    return f"{peak}{_by_chance(each.p_uniform)}.{_midnight(each)}"


def _midnight(each: Clock) -> str:
    if each.midnight_share is None or each.midnight_share < SUSPECT_MIDNIGHT:
        return ""
    share = words.percent(each.midnight_share)
    return f" {share} are written at exactly 00:00: perhaps times that nobody knew."


def season(each: Season) -> str:
    if each.peak_month is None or not sum(each.attacks_by_month):
        return "No season stands out."
    peak = f"Attacks are most frequent around {words.WHOLE_MONTHS[each.peak_month - 1]}"
    return f"{peak}{_by_chance(each.p_uniform)}."


def _by_chance(p_uniform: float | None) -> str:
    if p_uniform is None or not isfinite(p_uniform):
        return ""
    if p_uniform < UNEXPECTED:
        return f", more than chance alone would explain ({words.p_value(p_uniform)})"
    return f", but chance alone could explain it ({words.p_value(p_uniform)})"


def given(effect: TreatmentEffect) -> str:
    amount = words.count(effect.doses, "dose") if effect.doses else "a daily amount"
    return f"{amount}, {words.day_range(effect.first_on, effect.last_on)}"


def next_due(due: DueDate) -> str:
    dates = words.day_range(due.low, due.high)
    return f"{words.day(due.median)} ({words.interval(due.level)}: {dates})"


def amount(size: float, unit: str) -> str:
    """Say an amount: "240 mg", "2 g MgSO4"."""
    return f"{words.decimal(size)} {unit_in_words(unit)}"


def amounts(effect: TreatmentEffect) -> list[str]:
    """Say what each daily amount does: "240 mg a day: 22% fewer attacks (...)"."""
    return [
        f"{amount(each.amount_per_day, each.unit)} a day: {reduction(each.reduction)}"
        for each in effect.by_amount
    ]


def attacks_in_all(number: Estimate) -> str:
    """Say a number of attacks that was not counted: "334 attacks (95% interval: 158 to 771)"."""
    level, span = words.interval(number.level), words.whole_range(number)
    return f"{words.whole(number.median)} attacks ({level}: {span})"


def prevented(number: Estimate) -> str:
    """Say attacks prevented; fewer than none are attacks that would not have been."""
    if number.low < 0 <= number.median:
        level, span = words.interval(number.level), f"{words.whole(-number.low)} more attacks to"
        return f"{words.whole(number.median)} attacks ({level}: {span} {words.whole(number.high)})"
    if number.median >= 0:
        return attacks_in_all(number)
    brought = Estimate(-number.median, -number.high, -number.low, number.level)
    return f"none; it brought {attacks_in_all(brought)}"


def dose_amounts(compared: ByDoseAmount) -> list[str]:
    """Say what one dose of each amount does: "100 U (8 doses): 42% fewer attacks (...)"."""
    return [
        f"{amount(each.amount, each.unit)} ({words.count(each.doses, 'dose')}): "
        f"{reduction(each.reduction)}"
        for each in compared.amounts
    ]


def larger_prevents_more(compared: ByDoseAmount) -> str:
    """Say whether the amount of a dose matters, as a verdict of its own, or why not to be told."""
    chance = compared.probability_larger_prevents_more
    verdict = ": ".join(
        filter(None, (words.verdict(compared.verdict), "; ".join(map(explain, compared.because))))
    )
    return verdict if chance is None else f"{verdict}; larger prevents more: {words.chance(chance)}"


def chances(effect: TreatmentEffect) -> str:
    """Say how probable it is that attacks are fewer at all, and at least halved."""
    asked = (
        ("fewer attacks", effect.probability_fewer_attacks),
        ("at least halved", effect.probability_half),
    )
    return "; ".join(f"{what}: {words.chance(p)}" for what, p in asked if p is not None)


def calculation(analysis: Analysis) -> list[tuple[str, str]]:
    """Say how the numbers came about, in enough detail to repeat it."""
    found = analysis.diagnostics
    facts = [
        ("Program", f"Surcease {analysis.version}, seed {analysis.seed}"),
        ("Method", METHODS.get(found.method, found.method)),
        ("Effective draws", words.whole(found.ess)),
    ]
    fitted = (("Pareto k", found.pareto_k), ("Log evidence", found.log_evidence))
    return facts + [(name, words.two_decimals(x)) for name, x in fitted if x is not None]


def warnings(analysis: Analysis) -> list[str]:
    return [explain(code) for code in analysis.diagnostics.warnings]
