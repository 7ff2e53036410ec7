"""Imports are most of the time of a command, so that each has only those that it needs."""

import json
import subprocess
import sys

import pytest

SHOWING_MODULES = """
import json, sys
from surcease.cli import run
try:
    run()
except SystemExit:
    json.dump(sorted(sys.modules), sys.stderr)
"""


@pytest.fixture
def imported():
    def running(*arguments):
        command = [sys.executable, "-c", SHOWING_MODULES, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  our own
        return set(json.loads(done.stderr.splitlines()[-1]))

    return running


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("analyze", "--help")])
def test_help_needs_no_numbers(imported, arguments):
    assert not imported(*arguments) & {"numpy", "scipy", "numba", "rapidfuzz", "python_calamine"}


def test_an_analysis_needs_no_tables_plots_or_templates(imported, small_diary):
    needless = {"arviz_stats", "arviz_base", "pandas", "xarray", "matplotlib", "jax", "jinja2"}
    assert not imported("analyze", small_diary()) & (needless | {"vl_convert", "openpyxl"})


def test_what_is_compiled_is_loaded_without_half_of_the_compiler(imported, small_diary):
    imported("analyze", small_diary("first"))  # compiles what is not compiled yet
    needless = {"numba.np.arrayobj", "numba.np.arraymath", "numba.np.npyimpl"}
    assert not imported("analyze", small_diary("second")) & needless
