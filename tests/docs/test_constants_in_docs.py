"""A constant that a page states has that value in the code."""

import re
import tomllib
from importlib import import_module

import pytest

ROW = re.compile(r"^\| `(surcease[\w.]+)\.([A-Z_0-9]+)` \| (-?[\d.]+) \|", re.MULTILINE)
PRIOR = re.compile(r"^\| `([a-z_0-9]+)(?:\[\.\.\.\])?` \| [^|]+ \| (\S+|[^|]+) \| (\S+) \|$", re.M)
PAGES = ("docs/explanation/verdicts.md", "docs/explanation/model.md")


@pytest.mark.parametrize("page", PAGES)
def test_constants_have_the_value_that_the_page_states(page, root):
    stated = ROW.findall((root / page).read_text(encoding="utf-8"))
    assert len(stated) > 3
    for module, name, value in stated:
        assert getattr(import_module(module), name) == float(value), name


def test_every_threshold_of_a_verdict_is_stated(root):
    page = (root / PAGES[0]).read_text(encoding="utf-8")
    module = import_module("surcease.effects.verdict")
    numbers = {name for name, value in vars(module).items() if isinstance(value, int | float)}
    assert numbers - {name for _, name, _ in ROW.findall(page)} == set()


def test_priors_are_those_of_the_data(root):
    stated = {
        name: (mean, float(sd))
        for name, mean, sd in PRIOR.findall((root / PAGES[1]).read_text(encoding="utf-8"))
    }
    data = root / "src/surcease/effects/data/priors.toml"
    priors = tomllib.loads(data.read_text(encoding="utf-8"))
    for each in priors["parameter"]:
        mean, sd = stated.pop(each["name"])
        assert (float(mean), sd) == (each["mean"], each["sd"]), each["name"]
    assert (float(stated["beta"][0]), stated["beta"][1]) == (
        priors["effect"]["beta_mean"],
        priors["effect"]["beta_sd"],
    )
    pulse = priors["pulse"]
    assert stated["log_half"][1] == pulse["log_half_sd"]
    assert float(stated["log_sharpness"][0]) == pulse["sharpness_log_mean"]
    assert stated["log_sharpness"][1] == pulse["sharpness_log_sd"]
    assert set(stated) == {"beta", "log_half", "log_sharpness"}
