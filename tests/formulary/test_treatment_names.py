import pytest

from surcease.formulary import treatment_named, treatments
from surcease.formulary.names import forms_of, nearest


@pytest.mark.parametrize("key", list(treatments()))
def test_every_key_names_its_treatment(key):
    assert treatment_named(key).key == key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imitrex", "sumatriptan"),
        ("Botox", "onabotulinumtoxin_a"),
        ("O2", "oxygen"),
        ("Emgality 300 mg", "galcanezumab"),
        ("gammaCore", "nvns"),
        ("GON-blok", "gon_block"),
    ],
)
def test_an_alias_or_a_single_mention_names_a_treatment(text, expected):
    assert treatment_named(text).key == expected


@pytest.mark.parametrize("text", ["", "aspirin", "magnesium", "Imitrex + O2", "no oxygen"])
def test_a_text_that_names_none_or_several_names_no_treatment(text):
    assert treatment_named(text) is None


def test_a_drug_without_its_route_knows_its_forms():
    unstated = treatments()["sumatriptan"]
    assert forms_of(unstated) == ("sumatriptan_sc", "sumatriptan_nasal", "sumatriptan_po")
    assert forms_of(treatments()["verapamil"]) == ()


def test_the_nearest_names_are_offered_and_far_ones_are_not():
    assert nearest("verrapamill")[0] == "verapamil"
    assert nearest("magnesium") == ("magnesium_sulfate_iv", "magnesium_oral")
    assert nearest("qqqqqq") == ()
