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
from surcease.effects.reasons import MORE_ATTACKS
from surcease.formulary.wording import unit_in_words
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import words
from surcease.reports.reasons import because, explain

SUSPECT_MIDNIGHT = 3 / 24
"""Onsets at exactly midnight, three times what an even spread over the hours would give."""

METHODS = {
    "none": gettext_noop("no model was fitted"),
    "psis": gettext_noop("Laplace approximation, Pareto-smoothed importance sampling"),
    "nuts": gettext_noop("Hamiltonian Monte Carlo (NUTS)"),
}

UNEXPECTED = 0.05
"""A clock or season that chance alone would give more rarely than this is said to stand out."""


def no_days() -> str:
    return _(
        "No day of this diary is known yet, so nothing can be said about it. A day is known by an "
        "attack, by a count of attacks (0 for none), or by coverage."
    )


def days(known: Days) -> str:
    return _("{dates}: {known} of {total} known, {unknown} unknown, {attacks}").format(
        dates=words.day_range(known.from_on, known.to_on),
        known=f"{known.observed:,}",
        total=words.count(known.observed + known.unknown, "day"),
        unknown=f"{known.unknown:,}",
        attacks=words.count(known.attacks, "attack"),
    )


def completeness(known: Days) -> str:
    """Say how many days are known and how many are not, in days and percent."""
    return _(
        "{known} known, {unknown} unknown. An unknown day is left open: it is never counted as a "
        "day without attacks."
    ).format(
        known=_part(known.observed, known.observed + known.unknown),
        unknown=_part(known.unknown, known.observed + known.unknown),
    )


def _part(number: int, total: int) -> str:
    counted = words.count(number, "day")
    return f"{counted} ({words.percent(number / total)})" if total else counted


def subtype(course: Course) -> str:
    named = subtype_word(course.subtype)
    if course.subtype == "undetermined":
        named = _("not yet clear whether episodic or chronic")
    return f"{named} ({course.criteria})"


def subtype_word(subtype: str) -> str:
    return {
        "episodic": _("episodic"),
        "chronic": _("chronic"),
        "undetermined": _("undetermined"),
    }[subtype]


def bouts(course: Course) -> str:
    if not course.bouts:
        return _("no bout found")
    latest = bout(course.bouts[-1])
    if len(course.bouts) == 1:
        return _("one bout, {latest}").format(latest=latest)
    return _("{bouts}, the latest {latest}").format(
        bouts=words.count(len(course.bouts), "bout"), latest=latest
    )


def bout(each: Bout) -> str:
    return _("{dates} with {attacks}").format(
        dates=words.day_range(each.from_on, each.to_on),
        attacks=words.count(each.attacks, "attack"),
    )


def attacks_now(attacks: Estimate) -> str:
    if not isfinite(attacks.median):
        return words.not_known()
    return _("{rate} attacks a day ({interval} {span})").format(
        rate=words.rate(attacks.median),
        interval=words.interval(attacks.level),
        span=words.rate_range(attacks),
    )


def duration(attacks: AttackSummary) -> str:
    if attacks.duration_mean_min is None:
        return _("no attack has a known duration")
    known = _("from {attacks}").format(attacks=words.count(attacks.duration_known, "attack"))
    if attacks.duration_sd_min is not None:
        spread = _("SD {minutes}").format(minutes=words.decimal(attacks.duration_sd_min))
        known = f"{spread}, {known}"
    mean = words.decimal(attacks.duration_mean_min)
    return _("{mean} min on average ({known})").format(mean=mean, known=known)


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
    if text == words.not_known():
        return text
    if text == _(words.NO_CHANGE):
        return _("no change in attacks")
    return _("{change} attacks").format(change=text)


def reasons(effect: TreatmentEffect) -> str:
    return because(effect.because)


def told_reduction(effect: TreatmentEffect) -> Estimate | None:
    """Return by how much attacks changed; None where the priors alone would say it."""
    return None if effect.verdict == Verdict.CANNOT_TELL else effect.reduction


def wear_off_is_told(effect: TreatmentEffect) -> bool:
    """Tell whether the diary says anything of the wear-off, beyond what was assumed beforehand."""
    return effect.verdict != Verdict.CANNOT_TELL


def due_is_told(effect: TreatmentEffect) -> bool:
    """Tell whether there is an effect to speak of whose end is worth a date."""
    sure = effect.verdict in {Verdict.STRONG, Verdict.SUGGESTIVE}
    return sure and MORE_ATTACKS not in effect.because


def clock(each: Clock) -> str:
    if each.peak_hour is None or not sum(each.by_hour):
        return _("No time of day stands out.")
    peak = _("Attacks start most often around {hour}").format(hour=words.hour(each.peak_hour))
    return f"{peak}{_by_chance(each.p_uniform)}.{_midnight(each)}"


def _midnight(each: Clock) -> str:
    if each.midnight_share is None or each.midnight_share < SUSPECT_MIDNIGHT:
        return ""
    written = _("{share} are written at exactly 00:00: perhaps times that nobody knew.")
    return f" {written.format(share=words.percent(each.midnight_share))}"


def season(each: Season) -> str:
    if each.peak_month is None or not sum(each.attacks_by_month):
        return _("No season stands out.")
    month = words.whole_months()[each.peak_month - 1]
    peak = _("Attacks are most frequent around {month}").format(month=month)
    return f"{peak}{_by_chance(each.p_uniform)}."


def _by_chance(p_uniform: float | None) -> str:
    if p_uniform is None or not isfinite(p_uniform):
        return ""
    said = (
        _(", more than chance alone would explain ({p})")
        if p_uniform < UNEXPECTED
        else _(", but chance alone could explain it ({p})")
    )
    return said.format(p=words.p_value(p_uniform))


def given(effect: TreatmentEffect) -> str:
    amount = words.count(effect.doses, "dose") if effect.doses else _("a daily amount")
    return f"{amount}, {words.day_range(effect.first_on, effect.last_on)}"


def next_due(due: DueDate) -> str:
    dates = words.day_range(due.low, due.high)
    return f"{words.day(due.median)} ({words.interval(due.level)}: {dates})"


def next_due_seen_from(known: Days, due: DueDate) -> str:
    """Say when the next dose is due, or that this was so before the diary ends."""
    if not is_past(known, due):
        return next_due(due)
    return _("{date}; no dose is in the diary since").format(date=next_due(due))


def is_past(known: Days, due: DueDate) -> bool:
    return due.high < known.to_on


def amount(size: float, unit: str) -> str:
    """Say an amount: "240 mg", "2 g MgSO4", "155 U"."""
    return f"{words.as_written(size)} {unit_in_words(unit)}".rstrip()


def amounts(effect: TreatmentEffect) -> list[str]:
    """Say what each daily amount does: "240 mg a day: 22% fewer attacks (...)"."""
    return [
        f"{a_day(each.amount_per_day, each.unit)}: {reduction(each.reduction)}"
        for each in effect.by_amount
    ]


def a_day(size: float, unit: str) -> str:
    return _("{amount} a day").format(amount=amount(size, unit))


def attacks_in_all(number: Estimate) -> str:
    """Say a number of attacks that was not counted: "334 attacks (95% interval: 158 to 771)"."""
    return _attacks_with_interval(number, words.whole_range(number))


def _attacks_with_interval(number: Estimate, span: str) -> str:
    attacks = _("{number} attacks").format(number=words.whole(number.median))
    return f"{attacks} ({words.interval(number.level)}: {span})"


def prevented(number: Estimate) -> str:
    """Say attacks prevented; fewer than none are attacks that would not have been."""
    if number.low < 0 <= number.median:
        more = _("{number} more attacks").format(number=words.whole(-number.low))
        return _attacks_with_interval(number, words.span(more, words.whole(number.high)))
    if number.median >= 0:
        return attacks_in_all(number)
    brought = Estimate(-number.median, -number.high, -number.low, number.level)
    return _("none; it brought {attacks}").format(attacks=attacks_in_all(brought))


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
    verdict = ": ".join(filter(None, (words.verdict(compared.verdict), because(compared.because))))
    if chance is None:
        return verdict
    larger = _("larger prevents more: {chance}").format(chance=words.chance(chance))
    return f"{verdict}; {larger}"


def chances(effect: TreatmentEffect) -> str:
    """Say how probable it is that attacks are fewer at all, and at least halved."""
    asked = (
        (_("fewer attacks"), effect.probability_fewer_attacks),
        (_("at least halved"), effect.probability_half),
    )
    return "; ".join(f"{what}: {words.chance(p)}" for what, p in asked if p is not None)


def calculation(analysis: Analysis) -> list[tuple[str, str]]:
    """Say how the numbers came about, in enough detail to repeat it."""
    found = analysis.diagnostics
    facts = [
        (_("Program"), _program(analysis)),
        (_("Method"), _(METHODS.get(found.method, found.method))),
        (_("Effective draws"), words.whole(found.ess)),
    ]
    fitted = ((_("Pareto k"), found.pareto_k), (_("Log evidence"), found.log_evidence))
    return facts + [(name, words.two_decimals(x)) for name, x in fitted if x is not None]


def _program(analysis: Analysis) -> str:
    return _("Surcease {version}, seed {seed}").format(version=analysis.version, seed=analysis.seed)


def warnings(analysis: Analysis) -> list[str]:
    return [explain(code) for code in analysis.diagnostics.warnings]
