import os
import subprocess
import sys

from tests.strategies.printed import short_case

from surcease.reports.choices import Reader, ReportChoices
from surcease.reports.pdf import render_pdf

ELSEWHERE = """
import sys
sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from strategies.printed import short_case
from surcease.reports.choices import Reader, ReportChoices
from surcease.reports.pdf import render_pdf
for reader in Reader:
    print(sha256(render_pdf(*short_case(), ReportChoices(reader=reader))).hexdigest())
"""


def test_one_process_gives_the_same_bytes_twice():
    choices = ReportChoices(reader=Reader.INSURER)
    assert render_pdf(*short_case(), choices) == render_pdf(*short_case(), choices)


def test_processes_with_other_clocks_hashes_and_folders_give_the_same_bytes(root, tmp_path):
    runs = [
        {"TZ": "Pacific/Apia", "PYTHONHASHSEED": "1", "LC_ALL": "C"},
        {"TZ": "UTC", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "0"},
    ]
    digests = [_run(root, tmp_path, settings) for settings in runs]
    assert digests[0] == digests[1]
    assert len(digests[0].split()) == len(Reader)


def _run(root, folder, settings):
    command = [sys.executable, "-c", ELSEWHERE, str(root / "tests")]
    done = subprocess.run(  # noqa: S603  our own command
        command, env={**os.environ, **settings}, cwd=folder, capture_output=True, check=True
    )
    return done.stdout
