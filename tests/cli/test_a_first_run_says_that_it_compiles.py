import numba
import pytest

from surcease.cli.progress import COMPILING, progress_after
from surcease.inference import kernel_cache
from surcease.inference.compile import kernel


def halved(x):
    return 0.5 * x


@pytest.mark.skipif(numba.config.DISABLE_JIT, reason="nothing is compiled")
def test_it_is_said_once_in_pipes_too_and_apart_from_the_output(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(kernel_cache, "folders", lambda: (tmp_path,))
    for _ in range(2):
        with progress_after(seconds=60.0):
            kernel(halved)(1.0)
    assert capsys.readouterr() == ("", f"{COMPILING}\n")
