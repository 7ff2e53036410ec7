"""Reads a PDF the way a screen reader does: its text, its tags, what stands for its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader

BREAK = "\u200b"


@dataclass(frozen=True)
class Tag:
    name: str
    alternative: str | None


class Pages:
    def __init__(self, pdf: bytes) -> None:
        self.reader = PdfReader(BytesIO(pdf))
        self.root: Any = self.reader.trailer["/Root"]

    @property
    def number(self) -> int:
        return len(self.reader.pages)

    @cached_property
    def texts(self) -> list[str]:
        return [_plain(page.extract_text()) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        return " ".join(self.texts)

    @cached_property
    def tags(self) -> list[Tag]:
        return list(_tags(self.root["/StructTreeRoot"]))

    @property
    def size_mm(self) -> tuple[int, int]:
        box = self.reader.pages[0].mediabox
        return tuple(round(float(side) * 25.4 / 72) for side in (box.width, box.height))


@cache
def read_pdf(pdf: bytes) -> Pages:
    return Pages(pdf)


def _plain(text: str) -> str:
    return " ".join(text.replace(BREAK, "").split())


def _tags(node: Any) -> Iterator[Tag]:
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _tags(each)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield Tag(node["/S"].removeprefix("/"), node.get("/Alt"))
        if "/K" in node and hasattr(node["/K"], "get_object"):
            yield from _tags(node["/K"])
