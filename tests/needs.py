"""Programs that some tests use and that Python's packages do not bring.

A test whose program is missing skips and says which; where SURCEASE_NEEDS_ALL is set, as `.ci/run`
does, it fails instead.
"""

import os
import shutil
from pathlib import Path

import pytest

MODULES = Path(__file__).parents[1] / "node_modules"


def program(*names):
    """Return the path of the first of these programs that is installed."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing(f"needs {' or '.join(names)}")


def npm_package(name):
    """Return the folder of a package that `make setup` installs where there is Node."""
    program("node")
    folder = MODULES / name
    return folder if folder.is_dir() else missing(f"needs the npm package {name} (make setup)")


def missing(reason):
    if os.environ.get("SURCEASE_NEEDS_ALL"):
        pytest.fail(reason)
    pytest.skip(reason)
