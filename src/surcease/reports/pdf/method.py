"""How the figures came about and what they cannot know, for readers who were not there."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.analysis.result import Analysis
from surcease.language import gettext as _
from surcease.language import gettext_noop
from surcease.reports import sentences
from surcease.reports.pdf.blocks import Bullets, Facts, Section

HOW = (
    gettext_noop(
        "A model of the natural course, with its bouts and remissions, is fitted to the known days "
        "together with every treatment. A fall that would have come anyway is not put down to a "
        "treatment that was begun when attacks were many."
    ),
    gettext_noop(
        "How strong a dose is and how fast it fades is learned from this diary, starting from the "
        "cautious assumption that it does little."
    ),
    gettext_noop(
        "How likely a day is to be left blank is estimated too, apart for days with and without "
        "attacks."
    ),
    gettext_noop(
        "An interval says where the true value lies with the probability beside it, if the model "
        "is right."
    ),
    gettext_noop(
        "Strong and suggestive: the diary points to an effect, clearly or less clearly. Unclear: "
        "it speaks, but does not say surely whether attacks are fewer or more. Cannot tell: it "
        "says hardly more than what was assumed beforehand."
    ),
)
LIMITS = (
    gettext_noop(
        "Nothing is known of what the diary does not hold: doses never written down, other "
        "medicines."
    ),
    gettext_noop(
        "Where two treatments were always changed together, it cannot say which of them did it."
    ),
    gettext_noop("Nobody was blinded: how much of an effect is expectation is not known."),
    gettext_noop("The figures describe this person in the time of this diary, and nobody else."),
)


def sections(analysis: Analysis) -> Iterator[Section]:
    how = Bullets(tuple(map(_, HOW)))
    yield Section(_("How the figures came about"), (how, Facts(_calculation(analysis))))
    yield Section(_("What they cannot know"), (Bullets(tuple(map(_, LIMITS))),))


def _calculation(analysis: Analysis) -> tuple[tuple[str, str], ...]:
    return tuple(sentences.calculation(analysis))
