from surcease.formulary.load import treatments


def test_treatments_are_loaded_once_and_cannot_be_changed():
    assert treatments() is treatments()
    assert not hasattr(treatments(), "__setitem__")
