import sys
from io import StringIO

import pytest

from surcease.cli.progress import progress_after


class Terminal(StringIO):
    def isatty(self):
        return True


@pytest.fixture
def shown(monkeypatch):
    def running(stream, seconds):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress_after(seconds=seconds) as progress:
            progress(0.5)
        return stream.getvalue()

    return running


def test_a_pipe_sees_nothing(shown):
    assert shown(StringIO(), 0.0) == ""


def test_a_terminal_sees_a_bar_once_it_takes_long(shown):
    assert "Fitting" in shown(Terminal(), 0.0)


def test_a_quick_fit_shows_no_bar(shown):
    assert shown(Terminal(), 60.0) == ""
