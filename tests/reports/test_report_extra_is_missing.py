import sys
from importlib import import_module

import pytest

from surcease.diary.errors import DiaryError
from surcease.reports.extra import MissingExtra


@pytest.mark.parametrize(
    ("package", "module"),
    [
        ("vl_convert", "surcease.reports.svg"),
        ("jinja2", "surcease.reports.html.rendering"),
        ("typst", "surcease.reports.pdf.typeset"),
    ],
)
def test_a_missing_package_is_explained(package, module, monkeypatch):
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(MissingExtra, match=r"pip install 'surcease\[report\]'") as caught:
        import_module(module)
    assert isinstance(caught.value, DiaryError)


def test_the_terminal_report_needs_no_extra(monkeypatch):
    for package in ("vl_convert", "jinja2"):
        monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.delitem(sys.modules, "surcease.reports.terminal", raising=False)
    assert import_module("surcease.reports.terminal").render_terminal
