"""Why a verdict is what it is: short codes in the data, plain words on the page."""

from __future__ import annotations

INTERVAL_EXCLUDES_NO_EFFECT = "interval_excludes_no_effect"
INTERVAL_INCLUDES_NO_EFFECT = "interval_includes_no_effect"
MORE_ATTACKS = "more_attacks"
POSTERIOR_LIKE_PRIOR = "posterior_like_prior"
MOVES_WITH = "moves_with"
FEW_DOSES = "few_doses"
FEW_ATTACKS = "few_attacks"
NEVER_IN_PERIOD = "never_in_period"
ON_EVERY_DAY = "on_every_day"
ACUTE_TREATMENT = "acute_treatment"
ROLE_UNKNOWN = "role_unknown"
NO_KNOWN_DAYS = "no_known_days"
SAMPLING_UNCERTAIN = "sampling_uncertain"
AMOUNT_NOT_RECORDED = "amount_not_recorded"
UNIT_NOT_CONVERTED = "unit_not_converted"
AMOUNT_IMPLAUSIBLE = "amount_implausible"
NO_AMOUNTS = "no_amounts"
AMOUNTS_ALIKE = "amounts_alike"
FEW_OF_AN_AMOUNT = "few_of_an_amount"

EXPLANATIONS = {
    INTERVAL_EXCLUDES_NO_EFFECT: "the likely range leaves out 'no difference'",
    INTERVAL_INCLUDES_NO_EFFECT: "the likely range includes 'no difference'",
    MORE_ATTACKS: "attacks were more frequent with it, not fewer",
    POSTERIOR_LIKE_PRIOR: "the diary adds hardly anything to what was assumed before reading it",
    MOVES_WITH: "it was always given or changed together with {}",
    FEW_DOSES: "it was given only once or twice",
    FEW_ATTACKS: "there are too few attacks to compare",
    NEVER_IN_PERIOD: "none was acting on the days with entries",
    ON_EVERY_DAY: "it was taken alike on every day, so there is nothing to compare",
    ACUTE_TREATMENT: "it is taken against an attack, not to prevent the next one",
    ROLE_UNKNOWN: "the formulary does not know it, so its role is unknown",
    NO_KNOWN_DAYS: "no day has an entry about attacks",
    SAMPLING_UNCERTAIN: "the calculation did not settle; the range may be too narrow",
    AMOUNT_NOT_RECORDED: "some amounts were not written down and were taken as the usual one",
    AMOUNT_IMPLAUSIBLE: "an amount is over a hundred times the usual one; a unit may be wrong",
    NO_AMOUNTS: "no amount was written down",
    AMOUNTS_ALIKE: "the amounts hardly varied, so there is nothing to compare",
    FEW_OF_AN_AMOUNT: "no two amounts were each given three times",
    UNIT_NOT_CONVERTED: "amounts are in units that could not be converted into one another",
}


def moves_with(other: str) -> str:
    """Return the code for a treatment that cannot be told from another."""
    return f"{MOVES_WITH}:{other}"


def explain(code: str) -> str:
    """Return a reason in plain words; KeyError for a code that does not exist."""
    name, _, detail = code.partition(":")
    return EXPLANATIONS[name].format(detail)
