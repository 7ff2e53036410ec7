"""How often doses were said to have helped, by the question that an app asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from surcease.acute.analyze import AcuteTreatment
from surcease.acute.share import share
from surcease.diary.response import Response
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports.acute_figures import likely_share
from surcease.reports.word_table import Cell, WordTable, row

RATED = gettext_noop(
    "Every dose taken by itself, as it was entered; then the likely share of the first answer."
)
ANSWERS = {
    Response.HELPED: gettext_noop("Helped"),
    Response.SOME: gettext_noop("Somewhat"),
    Response.NONE: gettext_noop("Not"),
}
YES_OR_NO = {Response.HELPED: gettext_noop("Yes"), Response.NONE: gettext_noop("No")}
QUESTIONS = {
    "severity_reduced": (gettext_noop("Was severity reduced?"), ANSWERS | YES_OR_NO),
    "helpfulness": (
        gettext_noop("Was it helpful?"),
        ANSWERS | {Response.HELPED: gettext_noop("Helpful")},
    ),
}
ANY_QUESTION = (gettext_noop("Did it help?"), ANSWERS)
SAYS_LITTLE = {
    "severity_reduced": gettext_noop("Yes says that pain became less, not that it went.")
}


def rating_table(treatments: Iterable[AcuteTreatment], asked: str) -> WordTable:
    """Show answers to what an app asked: one question says more than another."""
    question, answers = QUESTIONS.get(asked, ANY_QUESTION)
    rated = {each.name: each.ratings[asked] for each in treatments if asked in each.ratings}
    partly = any(said.get(Response.SOME) for said in rated.values())
    shown = [each for each in Response if partly or each != Response.SOME]
    headings = [_(answers[each]) for each in shown]
    rows = tuple(_rated(name, said, shown) for name, said in rated.items())
    notes = (RATED, SAYS_LITTLE[asked]) if asked in SAYS_LITTLE else (RATED,)
    columns = ("", *headings, _("{answer}, likely").format(answer=headings[0]))
    return WordTable(f"rated_{asked}", _(question), columns, rows, tuple(map(_, notes)))


def _rated(name: str, said: Mapping[Response, int], shown: Sequence[Response]) -> tuple[Cell, ...]:
    counts = [said.get(each, 0) for each in shown]
    return row(name, *(f"{each:,}" for each in counts), likely_share(share(counts[0], sum(counts))))
