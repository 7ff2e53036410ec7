from datetime import date
from math import prod

import pytest

from surcease.formulary import Action, Role, default_fact, sources, treatments

KNOWN = treatments()
NOT_ACUTE = [each for each in KNOWN.values() if each.role is not Role.ACUTE]
LATEST = date.max


@pytest.mark.parametrize(
    ("key", "fact", "value", "unit", "source", "tag"),
    [
        ("sumatriptan_sc", "max_per_24_h", 12, "mg", "imi", "V"),
        ("sumatriptan_sc", "min_gap", 1, "h", "imi", "V"),
        ("sumatriptan_sc", "max_single", 6, "mg", "imi", "V"),
        ("sumatriptan_nasal", "max_per_24_h", 40, "mg", "memory", "M"),
        ("zolmitriptan_nasal", "max_single", 5, "mg", "zomPI", "V"),
        ("zolmitriptan_nasal", "with_cimetidine_max_single", 2.5, "mg", "zomcim", "V"),
        ("rizatriptan_po", "max_per_24_h", 30, "mg", "rizPI", "V"),
        ("oxygen", "usual_amount", 12, "L/min", "ean", "V"),
        ("dihydroergotamine", "max_per_24_h_iv", 2, "mg", "dhePI", "V"),
        ("octreotide_sc", "usual_amount", 100, "ug", "math04", "V"),
        ("lidocaine_nasal", "time_to_cessation", 37, "min", "costa", "V"),
        ("nvns", "max_per_24_h", 24, "{stimulation}", "gc24", "V2"),
        ("prednisone", "course_total", 1100, "mg", "ober", "C"),
        ("gon_block", "duration", 21, "d", "lamb", "V"),
        ("verapamil", "practice_max_per_day", 960, "mg/d", "c07", "V"),
        ("lithium", "toxic_level", 1.5, "meq/L", "lithobid", "V"),
        ("topiramate", "amount_in_remitters", 273, "mg/d", "huang", "V"),
        ("galcanezumab", "min_gap", 28, "d", "emgPI", "V"),
        ("onabotulinumtoxin_a", "max_per_3_mo", 400, "U", "bot400", "V"),
        ("onabotulinumtoxin_a_spg", "months_reduced", 5, "mo", "brat", "V"),
        ("magnesium_sulfate_iv", "max_rate", 150, "mg{MgSO4}/min", "mgrate", "V"),
        ("magnesium_oral", "us_upper_limit", 350, "mg{Mg}/d", "mgUL", "V2"),
        ("melatonin", "usual_amount", 10, "mg/d", "mel96", "V"),
        ("vitamin_d3", "usual_amount", 10000, "[IU]/d", "vitd", "V2"),
        ("psilocybin", "usual_amount", 10, "mg", "psi22", "V"),
    ],
)
def test_a_published_number_stands_with_its_unit_source_and_tag(
    key, fact, value, unit, source, tag
):
    found = KNOWN[key].fact(fact, LATEST)
    assert (found.value, found.unit, found.source, found.tag) == (value, unit, source, tag)


def test_whatever_is_called_verified_has_an_address_to_look_it_up():
    for treatment in KNOWN.values():
        for fact in [
            *treatment.cautions,
            *(f for dated in treatment.facts.values() for f in dated),
        ]:
            assert not fact.verified or sources()[fact.source].addresses


def test_numbers_from_memory_are_never_verified():
    label = KNOWN["sumatriptan_nasal"].fact("max_per_24_h", LATEST)
    assert not label.verified
    assert not KNOWN["lithium"].fact("lag_prior", LATEST).verified
    assert KNOWN["sumatriptan_sc"].fact("max_per_24_h", LATEST).verified


@pytest.mark.parametrize("treatment", NOT_ACUTE, ids=lambda each: each.key)
def test_every_treatment_that_is_not_acute_brings_its_effect_priors(treatment):
    names = {
        Action.PULSE: ("onset_prior", "duration_prior"),
        Action.DAILY: ("lag_prior",),
    }[treatment.action]
    for name in names:
        prior = treatment.fact(name, date.min)
        assert prior.unit == "d"
        assert prior.value > 0
        assert prior.note


@pytest.mark.parametrize("name", ["onset_prior", "duration_prior", "lag_prior"])
def test_the_default_prior_is_the_geometric_mean_of_the_known_ones(name):
    default = default_fact(name).value
    priors = [each.fact(name, LATEST) for each in NOT_ACUTE]
    own = [prior.value for prior in priors if prior and prior.value != default]
    assert prod(own) ** (1 / len(own)) == pytest.approx(default, rel=0.03)


def test_a_reference_amount_is_in_a_unit_of_its_treatment():
    for treatment in KNOWN.values():
        reference = treatment.fact("reference_amount", LATEST)
        assert reference is None or reference.unit in treatment.units


def test_every_drug_has_an_atc_code():
    without = {key for key, each in KNOWN.items() if all(c.system != "ATC" for c in each.codes)}
    assert without == {"nvns", "spg_stimulation", "civamide", "psilocybin"}


def test_a_code_that_was_not_seen_is_not_marked_verified():
    rxnorm = {c.code: c.verified for c in KNOWN["sumatriptan_sc"].codes if c.system == "RxNorm"}
    assert rxnorm == {"37418": False}


@pytest.mark.parametrize(
    ("key", "place", "status"),
    [
        ("sumatriptan_sc", "US", "approved"),
        ("sumatriptan_sc", "CA", "not established"),
        ("zolmitriptan_nasal", "US", "not established"),
        ("zolmitriptan_nasal", "EU", "approved"),
        ("galcanezumab", "EU", "refused"),
        ("verapamil", "FR", "approved"),
        ("magnesium_sulfate_iv", "US", "off-label"),
    ],
)
def test_status_for_cluster_headache_differs_by_country(key, place, status):
    assert [each.status for each in KNOWN[key].statuses if each.place == place] == [status]
