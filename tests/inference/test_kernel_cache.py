"""What is compiled once is not compiled again, whatever state the folders are in."""

import numba
import numpy as np
import pytest

from surcease.inference import kernel_cache
from surcease.inference.compile import before_compiling, kernel, summing_kernel

pytestmark = pytest.mark.skipif(numba.config.DISABLE_JIT, reason="nothing is compiled")


def doubled(x):
    return 2.0 * x


@pytest.fixture
def folders(monkeypatch, tmp_path):
    found = (tmp_path / "beside", tmp_path / "home")
    monkeypatch.setattr(kernel_cache, "folders", lambda: found)
    return found


def compilations_of(function=doubled, number=1.0):
    """Call a kernel that this process has not called before; return how often it says so."""
    told = []
    with before_compiling(lambda: told.append(1)):
        assert kernel(function)(number) == function(number)
    return len(told)


def test_a_kernel_is_compiled_once_and_loaded_ever_after(folders):
    assert [compilations_of() for _ in range(3)] == [1, 0, 0]


def test_another_signature_is_compiled_and_kept_too(folders):
    assert [compilations_of(number=each) for each in (1.0, 1, 1.0, 1)] == [1, 1, 0, 0]


def test_many_kernels_compiled_are_told_once(folders):
    told = []
    with before_compiling(lambda: told.append(1)):
        kernel(doubled)(1.0)
        kernel(doubled)(1)
    assert told == [1]


@pytest.mark.parametrize("damage", [b"", b"\x80\x05", b"not ours"])
def test_a_damaged_file_is_compiled_again_and_mended(folders, damage):
    compilations_of()
    (file,) = folders[0].iterdir()
    file.write_bytes(damage)
    assert [compilations_of(), compilations_of()] == [1, 0]


def test_a_kernel_that_calls_a_loaded_one_is_compiled_to_the_same(folders):
    compilations_of()
    inner = kernel(doubled)

    def twice_doubled(x):
        return inner(inner(x))

    assert inner(1.5) == 3.0
    assert kernel(twice_doubled)(1.5) == 6.0


def test_a_folder_that_takes_nothing_leaves_it_to_the_next(folders):
    folders[0].write_bytes(b"a file where the folder would be")
    assert [compilations_of(), compilations_of()] == [1, 0]
    assert len(list(folders[1].iterdir())) == 1


def test_where_nothing_can_be_written_every_run_compiles(folders):
    for folder in folders:
        folder.write_bytes(b"a file where the folder would be")
    assert [compilations_of(), compilations_of()] == [1, 1]


def test_a_full_disk_costs_the_kernel_nothing_and_leaves_no_rest(folders, monkeypatch):
    def full(path, content):
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kernel_cache.Path, "write_bytes", full)
    assert compilations_of() == 1
    assert [list(folder.iterdir()) for folder in folders] == [[], []]


def test_another_version_of_numba_compiles_again(folders, monkeypatch):
    compilations_of()
    monkeypatch.setattr(kernel_cache, "BUILD", "numba of next year")
    assert compilations_of() == 1


def test_without_a_home_code_is_kept_beside_the_source(monkeypatch):
    def unknown():
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(kernel_cache.Path, "home", unknown)
    (beside,) = kernel_cache.folders.__wrapped__()
    assert beside.parent == kernel_cache.SOURCES / "__pycache__"


@summing_kernel
def sum_of_squares(values):
    total = 0.0
    for value in values:
        total += value * value
    return total


def length_of(values):
    return np.sqrt(sum_of_squares(values) + sum_of_squares(2.0 * values))


def test_a_kernel_holds_what_it_calls_so_that_a_first_run_rounds_like_later_ones(folders):
    compiled = kernel(length_of)
    compiled(np.ones(3))
    (code,) = compiled.inspect_llvm().values()
    calls = [line for line in code.splitlines() if " call " in line]
    assert any("sqrt" in call for call in calls)
    assert not any("sum_of_squares" in call for call in calls)
