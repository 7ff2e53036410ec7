import numba
import pytest

from surcease.inference import kernel_cache
from surcease.inference.compile import kernel
from surcease.web.results import making
from surcease.web.results.stages import Stage


def halved(x):
    return 0.5 * x


@pytest.mark.skipif(numba.config.DISABLE_JIT, reason="nothing is compiled")
def test_whoever_waits_for_the_first_result_reads_what_takes_so_long(monkeypatch, tmp_path):
    monkeypatch.setattr(kernel_cache, "folders", lambda: (tmp_path,))
    monkeypatch.setattr(making, "fit_diary", lambda *_, **__: kernel(halved)(1.0))
    stages = []
    for _ in range(2):
        making.fit(None, lambda stage, _share: stages.append(stage))
    assert stages == [Stage.COURSE, Stage.COMPILING, Stage.COURSE]
