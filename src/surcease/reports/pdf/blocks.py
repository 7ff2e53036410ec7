"""A printed report in finished words and drawings: all that is left is to lay it out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from surcease.language import gettext as _
from surcease.reports.choices import Paper
from surcease.reports.word_table import WordTable


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    quiet: bool = False
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known, a name and a text each."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `widths` are shares of the line, one for each column."""

    table: WordTable
    widths: tuple[float, ...]
    titled: bool = False
    kind: Literal["grid"] = "grid"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with what it shows for those who cannot see it."""

    svg: str
    alternative: str
    caption: str
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    kind: Literal["bullets"] = "bullets"


type Block = Paragraph | Facts | Grid | Picture | Bullets


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, how deep it stands (1 or 2), and what stands below it.

    `kept_together` moves it to the next page rather than break it.
    """

    heading: str
    blocks: tuple[Block, ...]
    level: int = 1
    on_new_page: bool = False
    kept_together: bool = False


def _keywords() -> tuple[str, ...]:
    return (_("cluster headache"), _("diary"))


@dataclass(frozen=True, slots=True)
class Printed:
    """A whole report.

    Parameters
    ----------
    as_of
        The date that the document carries: that of its last day, so that the same diary gives the
        same bytes on every day.
    lead
        What has to be known before anything else.
    foot
        What stands below every page.
    size_pt
        Of the text.
    """

    title: str
    as_of: date
    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    foot: str
    paper: Paper
    size_pt: float = 9.0
    keywords: tuple[str, ...] = field(default_factory=_keywords)
