import pytest

from surcease.diary import Kind
from surcease.exchange.kinds import OtherHeadache, kind_of


@pytest.mark.parametrize(
    "text",
    ["", "Cluster Headache", "CH", "klyngehovedpine", "Hortons hovedpine", "attack",
     "Unknown Headache", "Cluster headache, Migraine"],
)  # fmt: skip
def test_what_may_be_cluster_headache_is_an_attack(text):
    assert kind_of(text) is Kind.ATTACK


@pytest.mark.parametrize("text", ["shadow", "Shadows", "skygge", "Schatten"])
def test_a_shadow_is_its_own_kind(text):
    assert kind_of(text) is Kind.SHADOW


@pytest.mark.parametrize("text", ["Migraine", "Sinus Headache", "Tension", "Chronic migraine"])
def test_another_headache_is_no_attack(text):
    with pytest.raises(OtherHeadache):
        kind_of(text)


def test_a_patient_may_say_that_it_was_cluster_headache():
    assert kind_of("Migraine", ["MIGRAINE"]) is Kind.ATTACK
