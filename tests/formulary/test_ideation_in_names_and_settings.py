from datetime import date

from strategies.entries import diary, dose, moment
from surcease.diary import Lab, Medicine, Person, Span
from surcease.formulary.ideation import without_ideation

SAID = (("mood", "I want to die"), ("weather", "rain"))
KEPT = (("weather", "rain"),)


def test_an_entry_that_is_named_so_goes_whole():
    spoken = diary(
        doses=(dose("2024-03-01T08:00", treatment="something to end my life"),),
        labs=(Lab(moment("2024-03-01T08:00"), "suicidal thoughts", 1, ""),),
        medicines=(Medicine("for suicidal thoughts"),),
    )
    silent, changed = without_ideation(spoken)
    assert (silent.doses, silent.labs, silent.medicines) == ((), (), ())
    assert changed == 3


def test_keys_of_the_owner_that_speak_of_it_go():
    day = date(2024, 3, 1)
    spoken = diary(coverage=(Span(day, day, SAID),), person=Person(extra=SAID), extra=SAID)
    silent, changed = without_ideation(spoken)
    assert silent == diary(coverage=(Span(day, day, KEPT),), person=Person(extra=KEPT), extra=KEPT)
    assert changed == 1
