"""The priors of severity say what they lean on, and the page states them as they are."""

import re
import tomllib

import pytest

from surcease.effects.severity.priors import severity_priors
from surcease.inference.severity_problem import COURSE_NAMES

ROW = re.compile(r"^\| `([a-z_]+)` \| [^|]+ \| (\S+) \| (\S+) \|$", re.MULTILINE)


@pytest.fixture(scope="module")
def tables(root):
    data = root / "src/surcease/effects/data/severity.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def named(tables):
    course = {each["name"]: each for each in tables["course"]}
    return course | {name: tables[name] for name in ("effect", "natural_rate")}


def test_the_page_states_the_priors_of_the_data(tables, root):
    page = (root / "docs/explanation/severity.md").read_text(encoding="utf-8")
    stated = {name: (float(mean), float(sd)) for name, mean, sd in ROW.findall(page)}
    assert stated == {name: (row["mean"], row["sd"]) for name, row in named(tables).items()}


def test_every_prior_says_what_it_leans_on(tables, root):
    sources = tomllib.loads(
        (root / "src/surcease/formulary/data/sources.toml").read_text(encoding="utf-8")
    )
    notes = [row["note"] for row in (*named(tables).values(), tables["cutpoints"])]
    assert all(note.endswith(".") for note in notes)
    known = {each["key"] for each in sources["source"]} if "source" in sources else set(sources)
    assert {row["source"] for row in tables["course"]} <= known


def test_the_course_is_read_in_the_order_of_the_parameters(tables):
    course = {each["name"]: each for each in tables["course"]}
    assert set(course) == set(COURSE_NAMES)
    assert severity_priors().course_mean.tolist() == [course[name]["mean"] for name in COURSE_NAMES]


def test_effects_are_expected_to_be_none():
    priors = severity_priors()
    assert priors.effect.mean == priors.natural_rate.mean == 0.0
