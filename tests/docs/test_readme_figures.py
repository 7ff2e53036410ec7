"""The README shows what the program prints, and says no figure beside that."""

import json
import re

import pytest

from docs.nearly import differences


@pytest.fixture(scope="module")
def readme_picture(tool):
    return tool("readme-picture")


@pytest.fixture(scope="module")
def report_picture(tool):
    return tool("report-picture")


@pytest.fixture(scope="module")
def readme_calibration(tool):
    return tool("readme-calibration")


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def test_the_picture_is_what_the_program_prints(readme_picture, published_case):
    shown = readme_picture["PICTURE"].read_text(encoding="utf-8")
    assert differences(shown, readme_picture["picture"](published_case)) == []


def test_the_report_in_the_picture_is_what_the_program_prints(report_picture, published_case):
    stored = json.loads(report_picture["SAYS"].read_text(encoding="utf-8"))
    made = report_picture["says"](report_picture["report"](published_case))
    assert stored["layout"] == made["layout"]
    assert differences(json.dumps(stored["words"]), json.dumps(made["words"])) == []


def test_the_picture_fetches_nothing(readme_picture):
    shown = readme_picture["PICTURE"].read_text(encoding="utf-8")
    assert re.findall(r"url\(.?http|href|@import|<image|<script", shown) == []


def test_the_table_holds_the_estimates_beside_the_truth(readme_picture, published_case, readme):
    truth = json.loads(readme_picture["TRUTH"].read_text(encoding="utf-8"))
    (table,) = readme_picture["TABLE"].findall(readme)
    assert differences(table, readme_picture["table"](published_case, truth)) == []


def test_the_table_of_intervals_is_that_of_the_calibration(readme_calibration, readme):
    stored = json.loads(readme_calibration["STORED"].read_text(encoding="utf-8"))
    (table,) = readme_calibration["TABLE"].findall(readme)
    assert table == readme_calibration["table"](stored)


def test_no_figure_stands_outside_the_parts_that_are_made(
    readme_picture, readme_calibration, readme
):
    by_hand = readme_calibration["TABLE"].sub("", readme_picture["TABLE"].sub("", readme))
    prose = re.sub(r"```.*?```|`[^`]*`|\([^)]*\)", "", by_hand)
    assert re.findall(r"\d+(?:\.\d+)?\s*(?:%|s\b|ms\b|day|attack|dose|in \d)", prose) == []
