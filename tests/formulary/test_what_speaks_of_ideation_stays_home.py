from datetime import UTC, datetime

import pytest

from strategies.entries import attack, diary, dose, moment
from surcease.diary import Condition, Lab, Symptom
from surcease.formulary.ideation import speaks_of_ideation, speaks_so, without_ideation
from surcease.formulary.packaged import packaged
from surcease.safety.crisis import crisis_lines

WORDS = packaged("_symptoms.toml")["ideation"]["names"]
PLAIN = diary(
    attack("2024-03-01T08:00", intensity=9, notes="in the kitchen", symptoms=("tearing",)),
    doses=(dose("2024-03-01T08:05", notes="left thigh"),),
)


def test_a_diary_that_does_not_speak_of_it_stays_as_it_is():
    assert without_ideation(PLAIN) == (PLAIN, 0)


@pytest.mark.parametrize("word", WORDS)
def test_the_note_goes_and_the_attack_stays(word):
    spoken = diary(
        attack(
            "2024-03-01T08:00",
            intensity=9,
            notes=f"I thought: {word}.",
            symptoms=("tearing", word),
            extra=(("Triggers", "wine"), ("Mood", word)),
        )
    )
    silent, changed = without_ideation(spoken)
    assert silent == diary(
        attack(
            "2024-03-01T08:00", intensity=9, symptoms=("tearing",), extra=(("Triggers", "wine"),)
        )
    )
    assert changed == 1
    assert speaks_of_ideation(spoken)
    assert not speaks_of_ideation(silent)


def test_an_entry_about_nothing_else_goes():
    spoken = diary(
        symptoms=(Symptom(moment("2024-03-01T08:00"), "suicidal thoughts"),),
        conditions=(Condition("suicidal thoughts"), Condition("asthma")),
    )
    silent, changed = without_ideation(spoken)
    assert (silent.symptoms, silent.conditions) == ((), (Condition("asthma"),))
    assert changed == 2


def test_nothing_else_in_a_moment_is_touched():
    spoken = diary(attack("2024-03-01T08:00", notes="want to die"))
    (left,) = without_ideation(spoken)[0].attacks
    assert left.started_at.at == datetime(2024, 3, 1, 7, tzinfo=UTC)


def test_every_country_of_a_number_is_a_code_of_two_letters():
    for line in crisis_lines():
        assert line.countries
        assert all(len(country) == 2 and country.isupper() for country in line.countries)


def test_it_is_told_from_everyday_words():
    assert not any(map(speaks_so, ("dead tired", "died down after oxygen", "endless", "")))


@pytest.mark.parametrize(("answer", "speaks"), [(0, False), (1, True), (3, True)])
def test_the_answer_to_a_questionnaire_speaks_too_and_stays_home(answer, speaks):
    asked = diary(labs=(Lab(moment("2024-03-01T08:00"), "PHQ-9 item 9", answer, "score"),))
    assert speaks_of_ideation(asked) is speaks
    assert without_ideation(asked)[0].labs == ()
