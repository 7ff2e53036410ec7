"""Every Python example of the pages runs, and prints what the page says."""

import re
from doctest import ELLIPSIS, DocTestParser, DocTestRunner

import pytest

PAGES = ("README.md", "docs/tutorial/first-analysis.md")
FENCE = re.compile(r"^```.*$", re.MULTILINE)


def failures(text, name):
    """Run the examples of a page, its fences taken for blank lines; return what went wrong."""
    report = []
    page = DocTestParser().get_doctest(FENCE.sub("", text), {}, name, name, 0)
    DocTestRunner(optionflags=ELLIPSIS).run(page, out=report.append)
    assert page.examples
    return "".join(report)


@pytest.mark.parametrize("page", PAGES)
def test_the_examples_print_what_the_page_says(page, root, tmp_path, monkeypatch):
    monkeypatch.chdir(root)
    monkeypatch.setattr("tempfile.mkdtemp", lambda: str(tmp_path))
    assert failures((root / page).read_text(encoding="utf-8"), page) == ""


def test_an_example_that_prints_something_else_is_found():
    assert failures("```pycon\n>>> 1 + 1\n3\n```\n", "wrong") != ""
