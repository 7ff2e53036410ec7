"""The README shows what the program prints, and says no figure beside that."""

import json
import re

import pytest


@pytest.fixture(scope="module")
def readme_picture(tool):
    return tool("readme-picture")


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def test_the_picture_is_what_the_program_prints(readme_picture, published_case):
    shown = readme_picture["PICTURE"].read_text(encoding="utf-8")
    assert shown == readme_picture["picture"](published_case)


def test_the_picture_fetches_nothing(readme_picture):
    shown = readme_picture["PICTURE"].read_text(encoding="utf-8")
    assert re.findall(r"url\(.?http|href|@import|<image|<script", shown) == []


def test_the_table_holds_the_estimates_beside_the_truth(readme_picture, published_case, readme):
    truth = json.loads(readme_picture["TRUTH"].read_text(encoding="utf-8"))
    (table,) = readme_picture["TABLE"].findall(readme)
    assert table == readme_picture["table"](published_case, truth)


def test_no_figure_stands_outside_the_parts_that_are_made(readme_picture, readme):
    prose = re.sub(r"```.*?```|`[^`]*`|\([^)]*\)", "", readme_picture["TABLE"].sub("", readme))
    assert re.findall(r"\d+(?:\.\d+)?\s*(?:%|s\b|ms\b|day|attack|dose|in \d)", prose) == []
