from __future__ import annotations

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

ASCII: dict[str, str | int | None] = {
    "▁": ".",
    "▂": ".",
    "▃": ":",
    "▄": ":",
    "▅": "+",
    "▆": "+",
    "▇": "#",
    "█": "#",
    "░": "?",
    "·": ".",
    "•": "o",
    "━": "=",
    "┣": "|",
    "│": "|",
    "└": "+",
    "─": "-",
    "┴": "+",
    "●": "*",
    "◐": "+",
    "○": "o",
    "…": "~",
    "\N{NO-BREAK SPACE}": " ",
}
"""One character for one: the columns of a picture must not move."""


class Encodable:
    """Show a renderable with only such characters as an encoding has."""

    def __init__(self, inner: RenderableType, encoding: str) -> None:
        self.inner = inner
        self.encoding = encoding

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for segment in console.render(self.inner, options):
            yield Segment(encodable(segment.text, self.encoding), segment.style, segment.control)


def encodable(text: str, encoding: str) -> str:
    """Replace what the encoding lacks: our own glyphs by ASCII, all at once, the rest by "?"."""
    if not _has("".join(ASCII), encoding):
        text = text.translate(str.maketrans(ASCII))
    return "".join(letter if _has(letter, encoding) else "?" * cell_len(letter) for letter in text)


def _has(letters: str, encoding: str) -> bool:
    return letters.encode(encoding, "replace") == letters.encode(encoding, "ignore")
