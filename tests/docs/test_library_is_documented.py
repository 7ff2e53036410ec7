"""docs/reference/library.md has every public name, with its parameters."""

import re
from inspect import isfunction, signature

import pytest

import surcease

HEADING = re.compile(r"^### `(\w+)(?:\((.*)\))?`$", re.MULTILINE)


@pytest.fixture(scope="module")
def documented(root):
    page = (root / "docs/reference/library.md").read_text(encoding="utf-8")
    return dict(HEADING.findall(page))


def test_every_public_name_is_documented_and_no_other(documented):
    assert sorted(documented) == sorted(surcease.__all__)


def test_every_public_name_can_be_loaded():
    assert [name for name in surcease.__all__ if not hasattr(surcease, name)] == []


def test_the_parameters_are_those_of_the_code(documented):
    for name, written in documented.items():
        if isfunction(getattr(surcease, name)):
            names = [part.partition("=")[0].strip(" *") for part in written.split(",")]
            expected = list(signature(getattr(surcease, name)).parameters)
            assert [each for each in names if each] == expected, name


def test_attributes_named_on_the_page_exist(root, published_case):
    page = (root / "docs/reference/library.md").read_text(encoding="utf-8")
    (row,) = re.findall(r"^\| `treatments` \| `TreatmentEffect`s: (.*) \|$", page, re.MULTILINE)
    effect = published_case.treatments[0]
    assert [name for name in re.findall(r"`(\w+)`", row) if not hasattr(effect, name)] == []
