import pytest

from surcease.formulary import recognise


def key(text):
    (mention,) = recognise(text)
    return mention.key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imigran inj", "sumatriptan_sc"),
        ("sumatriptan sc", "sumatriptan_sc"),
        ("Imitrex STATdose pen", "sumatriptan_sc"),
        ("Imigran næsespray 20 mg", "sumatriptan_nasal"),
        ("sumatriptan tablet", "sumatriptan_po"),
        ("zolmitriptan spray", "zolmitriptan_nasal"),
        ("Zomig Rapimelt", "zolmitriptan_po"),
        ("magnesium infusion", "magnesium_sulfate_iv"),
        ("Mag 1 g push", "magnesium_sulfate_iv"),
        ("magnesium capsules", "magnesium_oral"),
        ("lidocaine spray", "lidocaine_nasal"),
    ],
)
def test_a_word_for_the_route_decides(text, expected):
    assert key(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sumatriptan 6 mg", "sumatriptan_sc"),
        ("Imitrex 20mg", "sumatriptan_nasal"),
        ("Imigran 100", "sumatriptan_po"),
        ("sumatriptan 25 mg", "sumatriptan"),
        ("Imitrex 6", "sumatriptan"),
        ("Zomig 5 mg", "zolmitriptan"),
    ],
)
def test_a_strength_decides_only_where_one_form_alone_has_it(text, expected):
    assert key(text) == expected


def test_the_route_goes_before_the_strength():
    assert key("sumatriptan 6 mg tablet") == "sumatriptan_po"


@pytest.mark.parametrize("text", ["magnesium", "magnesium 400 mg", "lidocaine", "lidocaine 4%"])
def test_a_name_that_means_nothing_certain_alone_stays_the_patients_own(text):
    assert key(text) is None


@pytest.mark.parametrize(
    "text",
    ["DHE nasal spray", "lidocaine 2% injection", "melatonin spray", "sumatriptan infusion 6 mg"],
)
def test_a_route_that_the_treatment_does_not_have_is_another_product(text):
    assert key(text) is None
    assert recognise(text)[0].name.split()[-1] in {"spray", "injection", "infusion"}


def test_routes_that_exclude_each_other_decide_nothing():
    assert key("sumatriptan 50 mg capsule spray") is None
