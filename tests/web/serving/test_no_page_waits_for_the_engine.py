"""Whoever opens the app in pain waits for nothing that only an analysis or a report needs."""

import subprocess
import sys

LOADED = """
import sys
from surcease.web.start import load_django
load_django()
import surcease.web.serve
from django.urls import get_resolver
get_resolver().url_patterns
print(*{"numba", "scipy", "vl_convert", "typst", "jinja2"} & sys.modules.keys())
"""


def test_the_pages_load_neither_engine_nor_drawing():
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", LOADED], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []
