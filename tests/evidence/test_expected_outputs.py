"""The figures computed beforehand from the published counts, to the digits they were given in."""

import pytest

from surcease.evidence.effects import proportion, two_arms
from surcease.evidence.pools import pooled, pools
from surcease.evidence.results import Counts, results

POOLED = {each.key: pooled(each) for each in pools()}

PROPORTIONS = {
    (9, 22): (0.4091, 0.2071, 0.6365, 0.2326, 0.6127),
    (23, 38): (0.6053, 0.4339, 0.7596, 0.4472, 0.7440),
    (19, 23): (0.8261, 0.6122, 0.9505, 0.6286, 0.9302),
    (10, 15): (0.6667, 0.3838, 0.8818, 0.4171, 0.8482),
    (29, 38): (0.7632, 0.5976, 0.8856, 0.6079, 0.8701),
    (10, 17): (0.5882, 0.3292, 0.8156, 0.3601, 0.7839),
    (5, 10): (0.5, 0.1871, 0.8129, 0.2366, 0.7634),
    (3, 9): (0.3333, 0.0749, 0.7007, 0.1206, 0.6458),
    (0, 3): (0, 0, 0.7076, 0, 0.5615),
    (3, 3): (1, 0.2924, 1, 0.4385, 1),
    (47, 83): (0.5663, 0.4529, 0.6747, 0.4591, 0.6676),
    (61, 97): (0.6289, 0.5248, 0.7248, 0.5295, 0.7184),
    (54, 54): (1, 0.9340, 1, 0.9336, 1),
    (21, 108): (0.1944, 0.1246, 0.2817, 0.1308, 0.2790),
}


@pytest.mark.parametrize(("counts", "expected"), PROPORTIONS.items(), ids=str)
def test_a_proportion_has_its_exact_and_wilson_interval(counts, expected):
    found = proportion(Counts(*counts))
    figures = (found.exact.value, found.exact.low, found.exact.high)
    assert (*figures, found.wilson.low, found.wilson.high) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize(
    ("key", "difference", "risk", "odds", "fisher", "chi"),
    [
        (
            "F03",
            (0.5060, 0.1795, 0.7105),
            (2.771, 1.180, 6.504),
            (9.5, 2.075, 43.5),
            0.004871,
            0.00208,
        ),
        ("F13", (0.8, 0.4760, 0.9295), (25.0, 1.61, 387), (110.7, 5.2, 2350), 1.05e-5, 1e-5),
        ("F15", (0.5, 0.1174, 0.7634), (11.0, 0.69, 176), (21.0, 0.97, 454), 0.03251, 0.00982),
        (
            "F16",
            (0.1868, -0.1709, 0.4855),
            (1.436, 0.684, 3.016),
            (2.133, 0.458, 9.942),
            0.4495,
            0.3317,
        ),
        ("F17", (0.8462, 0.46, 0.9567), (18.07, None, None), (96.6, None, None), 6.73e-5, 6e-5),
        (
            "F18",
            (0.6154, 0.235, 0.8229),
            (13.36, None, None),
            (32.45, None, None),
            0.002717,
            0.00213,
        ),
        (
            "F19",
            (0.4069, 0.1492, 0.6096),
            (1.746, 1.178, 2.587),
            (16.667, 1.890, 146.9),
            0.003894,
            0.00224,
        ),
        (
            "F20",
            (0.3447, 0.1692, 0.4950),
            (3.370, 1.675, 6.780),
            (5.649, 2.231, 14.31),
            0.000148,
            0.00013,
        ),
        (
            "F21",
            (0.2729, 0.1175, 0.4198),
            (4.684, 1.692, 12.97),
            (6.641, 2.048, 21.53),
            0.001076,
            0.0006,
        ),
        (
            "F22",
            (0.1880, 0.0023, 0.3543),
            (1.357, 1.002, 1.838),
            (2.250, 1.002, 5.053),
            0.0713,
            0.0476,
        ),
        (
            "F23",
            (-0.1329, -0.3272, 0.0763),
            (0.705, 0.400, 1.240),
            (0.567, 0.229, 1.404),
            0.2576,
            0.2185,
        ),
        (
            "F24",
            (0.3167, 0.1451, 0.4706),
            (4.800, 1.758, 13.10),
            (7.333, 2.243, 23.98),
            0.000464,
            0.00033,
        ),
        (
            "F25",
            (0.2357, 0.0591, 0.4057),
            (3.216, 1.258, 8.221),
            (4.368, 1.391, 13.71),
            0.01477,
            0.00818,
        ),
        (
            "F26",
            (-0.0944, -0.3039, 0.1365),
            (0.591, 0.167, 2.092),
            (0.526, 0.115, 2.410),
            0.4783,
            0.4037,
        ),
        ("F37", (0.5774, 0.4751, 0.6592), (3.947, 2.816, 5.532), (14.0, 8.017, 24.45), 1.6e-24, 0),
        (
            "F38",
            (0.1662, -0.0364, 0.3506),
            (1.467, 0.907, 2.374),
            (1.977, 0.853, 4.585),
            0.1406,
            0.1103,
        ),
        (
            "F48",
            (0.2033, 0.0790, 0.3215),
            (1.762, 1.244, 2.498),
            (2.439, 1.411, 4.216),
            0.001509,
            0.00126,
        ),
    ],
)
def test_two_arms_have_their_difference_ratios_and_tests(key, difference, risk, odds, fisher, chi):
    result = results()[key]
    found = two_arms(result.treated, result.control)
    assert shown(found.difference) == pytest.approx(difference, abs=6e-5)
    for one, expected in ((found.risk_ratio, risk), (found.odds_ratio, odds)):
        figures = zip(shown(one), expected, strict=True)
        assert all(given is None or got == pytest.approx(given, rel=6e-3) for got, given in figures)
    assert found.fisher_p == pytest.approx(fisher, rel=0.04)
    assert found.chi_squared_p == pytest.approx(chi, abs=6e-5 if chi > 2e-4 else 6e-6)


def shown(one):
    return one.value, one.low, one.high


@pytest.mark.parametrize(
    ("key", "field", "expected"),
    [
        ("sumatriptan_sc_pain_free_15", "needed_to_treat", (3.25, 2.41, 5.01)),
        ("sumatriptan_sc_pain_free_15", "mantel_haenszel", (2.768, 1.822, 4.206)),
        ("sumatriptan_sc_pain_free_15", "random", (2.803, 1.638, 4.799)),
        ("sumatriptan_sc_relief_15", "needed_to_treat", (2.35, 1.87, 3.17)),
        ("sumatriptan_sc_relief_15", "mantel_haenszel", (2.314, 1.766, 3.032)),
        ("sumatriptan_sc_relief_15_odds", "fixed", (6.223, 3.613, 10.719)),
        ("zolmitriptan_nasal_10_relief_30", "mantel_haenszel", (2.484, 1.748, 3.529)),
        ("zolmitriptan_nasal_5_relief_30", "mantel_haenszel", (1.765, 1.210, 2.574)),
        ("botulinum_chronic", "fixed", (0.5184, 0.3482, 0.6843)),
        ("botulinum_chronic", "random", (0.5184, 0.3482, 0.6843)),
        ("botulinum_chronic_and_ganglion", "random", (0.5139, 0.3649, 0.6605)),
        ("botulinum_all", "random", (0.5125, 0.3316, 0.6902)),
        ("topiramate_remission", "random", (0.7469, 0.5794, 0.8634)),
        ("verapamil_slow_heart", "random", (0.3476, 0.2961, 0.4029)),
        ("dihydroergotamine_relief", "random", (0.9147, 0.157, 0.998)),
        ("nvns_relief_15", "random", (1.457, 0.278, 7.636)),
        ("cgrp_antibodies_half", "random", (1.148, 0.298, 4.426)),
    ],
)
def test_pooled_results_are_those_expected(key, field, expected):
    assert shown(getattr(POOLED[key], field)) == pytest.approx(expected, rel=3e-3)


@pytest.mark.parametrize(
    ("key", "tau_squared", "i_squared"),
    [
        ("sumatriptan_sc_pain_free_15", 0.045, 0.225),
        ("sumatriptan_sc_relief_15", 0, 0),
        ("botulinum_chronic", 0, 0),
        ("botulinum_all", 0.2118, 0.361),
        ("dihydroergotamine_relief", 7.64, 0.88),
        ("nvns_relief_15", None, 0.775),
        ("cgrp_antibodies_half", None, 0.798),
    ],
)
def test_heterogeneity_is_that_expected(key, tau_squared, i_squared):
    assert POOLED[key].i_squared == pytest.approx(i_squared, abs=2e-3)
    if tau_squared is not None:
        assert POOLED[key].tau_squared == pytest.approx(tau_squared, rel=2e-3, abs=5e-4)


def test_counts_add_up_and_simple_pooling_has_its_exact_interval():
    simple = {key: each.simple.exact for key, each in POOLED.items() if each.simple}
    assert shown(simple["botulinum_chronic"]) == pytest.approx((0.5152, 0.3354, 0.6920), abs=6e-5)
    assert shown(simple["botulinum_chronic_and_ganglion"]) == pytest.approx(
        (0.5116, 0.3546, 0.6669), abs=6e-5
    )
    assert POOLED["dihydroergotamine_relief"].treated == Counts(115, 151)
    assert POOLED["verapamil_slow_heart"].treated == Counts(106, 306)


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("dihydroergotamine_relief", "beta-binomial"),
        ("nvns_relief_15", "Episodic and chronic"),
        ("nvns_relief_15", "disagree"),
        ("cgrp_antibodies_half", "Episodic and chronic"),
        ("botulinum_all", "Episodic and chronic"),
        ("sumatriptan_sc_relief_15", "reconstructed"),
        ("zolmitriptan_nasal_10_relief_30", "shared"),
    ],
)
def test_a_trap_is_warned_of(key, word):
    assert any(word in each for each in POOLED[key].warnings)


def test_a_pool_without_a_trap_is_not_warned_of():
    assert POOLED["topiramate_remission"].warnings == ()


def test_every_row_of_the_table_has_a_source():
    from surcease.formulary import sources, treatments

    assert len(results()) == 48
    assert {each.source for each in results().values()} <= set(sources())
    assert {each.treatment for each in results().values()} <= {None, *treatments()}
