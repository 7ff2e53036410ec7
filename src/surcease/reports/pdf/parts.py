"""What every printed report has."""

from __future__ import annotations

from collections.abc import Iterator

from surcease.language import gettext as _
from surcease.reports import period_sentences, private, sentences, words
from surcease.reports.choices import Private
from surcease.reports.pdf.blocks import Block, Bullets, Paragraph, Section
from surcease.reports.pdf.content import Content

DIGEST_SHOWN = 12
"""Letters of the digest in the foot of a page; the pack for the insurer has all of them."""


def lead(content: Content, notice: str | None) -> tuple[Block, ...]:
    """Say what has to be known before the first figure."""
    return tuple(Paragraph(text) for text in _lead(content, notice))


def _lead(content: Content, notice: str | None) -> Iterator[str]:
    if notice:
        yield notice
    for warning in sentences.warnings(content.analysis):
        yield _("Please note: {warning}.").format(warning=warning)
    if left_out := period_sentences.left_out(content.choices):
        yield left_out


def foot(content: Content, saying: str) -> str:
    analysis = content.analysis
    made = _("Surcease {version}, seed {seed}, diary {digest}").format(
        version=analysis.version, seed=analysis.seed, digest=content.digest[:DIGEST_SHOWN]
    )
    return f"{saying} {made}"


def private_sections(content: Content) -> Iterator[Section]:
    """Show notes and thoughts of not living on, where the patient put them in."""
    if Private.NOTES in content.choices.put_in:
        yield from _said(_("Notes, in the patient's words"), private.notes(content.diary))
    if Private.IDEATION in content.choices.put_in:
        heading = _("Thoughts of not living on, shown at the patient's wish")
        yield from _said(heading, private.ideation(content.diary))


def _said(heading: str, said: tuple[private.Said, ...]) -> Iterator[Section]:
    if said:
        items = tuple(f"{words.day(each.on)}, {each.place}: {each.text}" for each in said)
        yield Section(heading, (Bullets(items),))
