from time import process_time

from surcease.formulary.load import treatments
from surcease.formulary.packaged import packaged
from surcease.formulary.parse import sources

LONGEST_SECONDS = 0.06


def load_again():
    for cached in (treatments, packaged, sources):
        cached.cache_clear()
    start = process_time()
    treatments()
    return process_time() - start


def test_all_treatments_load_before_anyone_notices():
    assert min(load_again() for _ in range(5)) < LONGEST_SECONDS


def test_treatments_are_loaded_once_and_cannot_be_changed():
    assert treatments() is treatments()
    assert not hasattr(treatments(), "__setitem__")
