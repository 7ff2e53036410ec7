"""Paths and commands that CONTRIBUTING.md names are there."""

import re

import pytest


@pytest.fixture(scope="module")
def contributing(root):
    return (root / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_make_command_is_in_the_makefile(contributing, root):
    known = set(re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.M))
    named = set(re.findall(r"`make ([a-z-]+)`", contributing))
    assert named
    assert named - known == set()


def test_every_test_and_tool_it_names_exists(contributing, root):
    named = re.findall(r"`\.?[\w./ ]*?((?:tests|tools|src|docs)/[\w./-]+)`", contributing)
    assert named
    assert [path for path in named if not (root / path).exists()] == []


def test_every_guard_of_patients_exists(contributing, root):
    guards = re.findall(r"^\| [^|`]+ \| `([\w/.]+)` \| `tests/", contributing, re.MULTILINE)
    assert guards
    assert [path for path in guards if not (root / "src/surcease" / path).exists()] == []
