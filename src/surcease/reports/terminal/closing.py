from __future__ import annotations

from rich.text import Text

from surcease.analysis.result import Analysis
from surcease.reports import sentences

LIMITS = (
    "This describes what the diary shows; it is not advice. "
    "Unknown days are never counted as days without attacks."
)


def closing(analysis: Analysis) -> Text:
    """Say the limits, what was not understood, any warning, and how it was calculated."""
    lines = [LIMITS, *_unrecognised(analysis)]
    lines += [f"Please note: {warning}." for warning in sentences.warnings(analysis)]
    return Text("\n".join([*lines, _calculation(analysis)]), style="dim")


def _calculation(analysis: Analysis) -> str:
    (_, program), (_, method), *figures = sentences.calculation(analysis)
    return "; ".join([program, method, *(f"{name} {value}" for name, value in figures)])


def _unrecognised(analysis: Analysis) -> list[str]:
    names = analysis.details.unrecognised if analysis.details else ()
    return [f"Not in the formulary, kept as written: {', '.join(names)}"] if names else []
