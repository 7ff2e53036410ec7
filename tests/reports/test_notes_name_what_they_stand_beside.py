from dataclasses import replace

import pytest
from tests.strategies.entries import moment

from surcease.diary import Diary, Dose
from surcease.reports.private import notes


@pytest.mark.parametrize(
    ("written", "shown"),
    [("sumatriptan_sc", "Sumatriptan injection"), ("Omas Tee", "Omas Tee")],
)
def test_a_note_of_a_dose_names_the_treatment_as_people_read_it(written, shown):
    dose = Dose(moment("2022-03-03T02:10"), written, notes="in the left arm")
    diary = replace(Diary("Europe/Berlin"), doses=(dose, replace(dose, notes=" ")))
    (said,) = notes(diary)
    assert (said.place, said.text) == (shown, "in the left arm")
