"""Surcease: which cluster-headache treatment works, by how much, for how long, and when it is due.

>>> import surcease
>>> diary = surcease.read("examples/published-case")
>>> analysis = surcease.analyze(diary, seed=1)

Every name below is documented in docs/reference/library.md. They are loaded when first used, so
that `import surcease` is instant.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from surcease.version import __version__

if TYPE_CHECKING:
    from surcease.analysis.analyze import analyze
    from surcease.analysis.contract import to_dict, to_json
    from surcease.analysis.fitted import Fitted
    from surcease.analysis.fitted import fit_diary as fit
    from surcease.analysis.inference_data import to_arviz
    from surcease.analysis.many import analyze_many
    from surcease.analysis.result import Analysis
    from surcease.diary import Diary, DiaryError
    from surcease.diary import write_diary as write
    from surcease.inference.posterior import Method
    from surcease.library import read
    from surcease.reports.choices import Paper, Part, Private, Reader, ReportChoices
    from surcease.reports.for_the_doctor import for_the_doctor
    from surcease.reports.html import render_html
    from surcease.reports.pdf import render_pdf

_HOMES = {
    "Analysis": ("surcease.analysis.result", "Analysis"),
    "Diary": ("surcease.diary", "Diary"),
    "DiaryError": ("surcease.diary", "DiaryError"),
    "Fitted": ("surcease.analysis.fitted", "Fitted"),
    "Method": ("surcease.inference.posterior", "Method"),
    "Paper": ("surcease.reports.choices", "Paper"),
    "Part": ("surcease.reports.choices", "Part"),
    "Private": ("surcease.reports.choices", "Private"),
    "Reader": ("surcease.reports.choices", "Reader"),
    "ReportChoices": ("surcease.reports.choices", "ReportChoices"),
    "analyze": ("surcease.analysis.analyze", "analyze"),
    "analyze_many": ("surcease.analysis.many", "analyze_many"),
    "fit": ("surcease.analysis.fitted", "fit_diary"),
    "for_the_doctor": ("surcease.reports.for_the_doctor", "for_the_doctor"),
    "read": ("surcease.library", "read"),
    "render_html": ("surcease.reports.html", "render_html"),
    "render_pdf": ("surcease.reports.pdf", "render_pdf"),
    "to_arviz": ("surcease.analysis.inference_data", "to_arviz"),
    "to_dict": ("surcease.analysis.contract", "to_dict"),
    "to_json": ("surcease.analysis.contract", "to_json"),
    "write": ("surcease.diary", "write_diary"),
}

__all__ = [
    "Analysis",
    "Diary",
    "DiaryError",
    "Fitted",
    "Method",
    "Paper",
    "Part",
    "Private",
    "Reader",
    "ReportChoices",
    "__version__",
    "analyze",
    "analyze_many",
    "fit",
    "for_the_doctor",
    "read",
    "render_html",
    "render_pdf",
    "to_arviz",
    "to_dict",
    "to_json",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'surcease' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
