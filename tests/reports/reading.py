"""Reads the rendered reports the way a browser and a screen reader do."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from io import StringIO

from rich.console import Console
from tests.strategies.analyses import extremes, published_case

from strategies.doctor_diary import for_a_doctor
from surcease.analysis.result import Analysis
from surcease.reports.for_the_doctor import for_the_doctor
from surcease.reports.html import render_html
from surcease.reports.terminal import render_terminal

VOID = {"meta", "br"}

ANALYSES = {"published case": published_case(), **extremes()}
FOR_A_DOCTOR = "twenty days"
"""The page that has the sections for a doctor as well."""


@cache
def page_of(name: str) -> str:
    if name != FOR_A_DOCTOR:
        return render_html(ANALYSES[name])
    return render_html(ANALYSES[name], doctor=for_the_doctor(for_a_doctor(), ANALYSES[name]))


def terminal_of(analysis: Analysis, width: int = 80, encoding: str = "utf-8") -> str:
    console = Console(file=_Terminal(encoding), width=width)
    with console.capture() as capture:
        render_terminal(analysis, console)
    return capture.get()


class _Terminal(StringIO):
    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:
        return self._encoding


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        found = [child for child in self.children if child.tag == tag]
        return found + [each for child in self.children for each in child.all(tag)]

    @property
    def whole_text(self) -> str:
        return self.text + "".join(child.whole_text for child in self.children)


class _Reader(HTMLParser):
    """Builds the tree; every element that is opened must be closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("document", {})]
        self.order: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].children.append(element)
        self.order.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].text += data


@cache
def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert [element.tag for element in reader.open] == ["document"]
    return reader


def tree_of(page: str) -> Element:
    return read(page).open[0]


def in_order(page: str) -> list[Element]:
    return read(page).order
