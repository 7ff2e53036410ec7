"""A code that leaves with a dose is true of it, whatever was in the syringe or the tablet."""

import pytest

from surcease.exchange.fhir.codes import system
from surcease.exchange.fhir.kinds.treatment import treatment_concept


def atc(entered):
    codings = treatment_concept(entered)["coding"]
    return [each["code"] for each in codings if each["system"] == system("atc")]


@pytest.mark.parametrize(
    ("entered", "codes"),
    [
        ("verapamil", ["C08DA01"]),
        ("Botox", ["M03AX01"]),
        ("GON block", []),
        ("Magnesium citrate", []),
        ("Betamethasone GON block", []),
    ],
)
def test_neither_an_ingredient_nor_one_form_leaves_as_the_treatment(entered, codes):
    assert atc(entered) == codes
