import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surcease.formulary import Mention, recognise, treatments
from surcease.formulary.names import meanings

CERTAIN = sorted(key for key in treatments() if key not in {"sumatriptan", "zolmitriptan"})


def doses(text):
    return [(each.key or each.name, each.amount, each.unit, each.route) for each in recognise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imigran - 6 mg - Injectable", ("sumatriptan_sc", 6, "mg", "subcutaneous")),
        ("ODV - 130L/min - Inhalant/Spray", ("oxygen", 130, "L/min", "inhaled")),
        ("Ilt O2 - 10-25l/min - Inhalant/Spray", ("oxygen", None, "L/min", "inhaled")),
        ("Sumavel dose pro - 6mg - Injectable", ("sumatriptan_sc", 6, "mg", "subcutaneous")),
        ("Sumatriptan - 50 mg - Capsule", ("sumatriptan_po", 50, "mg", "oral")),
        ("Gon blokade - 2 ml + 0,5 - Injectable", ("gon_block", 2, "mL", "perineural")),
        ("O2 12l", ("oxygen", 12, "L/min", "")),
        ("O₂ (high flow) 15 L/min 20 min", ("oxygen", 15, "L/min", "")),
        ("verap 240", ("verapamil", 240, "mg", "")),
        ("VERAP240", ("verapamil", 240, "mg", "")),
        ("Mg drip 1g", ("magnesium_sulfate_iv", 1, "g", "intravenous")),
        ("IV magnesium 1 g MgSO4", ("magnesium_sulfate_iv", 1, "g{MgSO4}", "intravenous")),
        ("magnesium 400 mg tablets", ("magnesium_oral", 400, "mg", "oral")),
        ("Sumatriptan inj. 6mg/0.5ml", ("sumatriptan_sc", 6, "mg", "subcutaneous")),
        ("DHE 45 1mg im", ("dihydroergotamine", 1, "mg", "intramuscular")),
        ("Botox 31 sites 155U", ("onabotulinumtoxin_a", 155, "U", "")),
        ("Vitamin D3 10,000 IU", ("vitamin_d3", 10000, "[IU]", "")),
        ("GON block (lidocaine + cortisone)", ("gon_block", None, "", "")),
        ("oxygène", ("oxygen", None, "", "")),
        ("oxygen_demand_valve", ("oxygen", None, "", "")),
    ],
)
def test_one_treatment_with_its_dose(text, expected):
    assert doses(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sumatriptan + Oxygen", [("sumatriptan", None, ""), ("oxygen", None, "")]),
        ("Sumatriptan og ilt", [("sumatriptan", None, ""), ("oxygen", None, "")]),
        ("Zomig/Maxalt", [("zolmitriptan", None, ""), ("rizatriptan_po", None, "")]),
        (
            "Lidocaine drops + Sumatripan pills 100mg",
            [("lidocaine_nasal", None, ""), ("sumatriptan_po", 100, "mg")],
        ),
        (
            "Zomig nasal 5mg, Maxalt 10",
            [("zolmitriptan_nasal", 5, "mg"), ("rizatriptan_po", 10, "mg")],
        ),
        (
            "6 mg imitrex 12 l oxygen",
            [("sumatriptan_sc", 6, "mg"), ("oxygen", 12, "L/min")],
        ),
        (
            "imitrex 6 mg oxygen 12 l",
            [("sumatriptan_sc", 6, "mg"), ("oxygen", 12, "L/min")],
        ),
    ],
)
def test_several_treatments_each_with_its_own_dose(text, expected):
    assert [dose[:3] for dose in doses(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Energidrik - ,5 liter - Liquid", ("Energidrik", 0.5, "L", "oral")),
        ("Neurostimulans - 15 minutte - Other", ("Neurostimulans", 15, "min", "")),
        ("Treo - 2 stk - Capsule", ("Treo", 2, "{piece}", "oral")),
        ("Ginger tea - 1 cup - Liquid", ("Ginger tea", 1, "{cup}", "oral")),
        ("Aspirin/caffeine", ("Aspirin/caffeine", None, "", "")),
        ("No-spa", ("No-spa", None, "", "")),
    ],
)
def test_what_nobody_knows_keeps_the_patients_own_name(text, expected):
    name, amount, unit, route = expected
    assert recognise(text) == (Mention(name, None, amount, unit, route),)


@pytest.mark.parametrize(
    "text", ["", " ", "-", "?", "No medication", "NONE", "ingen", "n/a", "no oxygen", "uden ilt"]
)
def test_nothing_taken_is_no_mention(text):
    assert recognise(text) == ()


def test_a_treatment_denied_beside_another_is_left_out():
    assert doses("Sumatriptan 6mg, no oxygen") == [("sumatriptan_sc", 6, "mg", "")]


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("Sumatriptan 6mg sc x2", 12, "mg"),
        ("2 tablets sumatriptan 50 mg", 100, "mg"),
        ("verapamil 3 x 80 mg", 240, "mg"),
        ("2 Maxalt", 2, "{piece}"),
        ("Maxalt x2", 2, "{piece}"),
        ("O2 12 l/min x2", 12, "L/min"),
    ],
)
def test_a_dose_given_several_times_adds_up_unless_it_is_a_rate(text, amount, unit):
    assert [(each.amount, each.unit) for each in recognise(text)] == [(amount, unit)]


@pytest.mark.parametrize(
    "text", ["half Maxalt 10mg", "1/2 Maxalt", "verapamil 240 mg 120 mg", "verapamil 1.000 mg"]
)
def test_an_amount_that_the_text_leaves_open_is_not_guessed(text):
    assert [each.amount for each in recognise(text)] == [None]


@pytest.mark.parametrize("key", CERTAIN)
def test_a_treatment_is_recognised_by_every_one_of_its_names(key):
    known = treatments()[key]
    for name in (known.key, known.name, *known.aliases):
        assert [each.key for each in recognise(name)] == [key], name


@given(st.sampled_from(CERTAIN), st.sampled_from(CERTAIN), st.sampled_from([" + ", ", ", "; "]))
@settings(derandomize=True, deadline=None)
def test_two_names_between_a_separator_are_two_treatments(first, second, separator):
    assert [each.key for each in recognise(first + separator + second)] == [first, second]


@given(st.sampled_from(sorted(meanings())), st.sampled_from([str.upper, str.title, "  {} ".format]))
@settings(derandomize=True, deadline=None)
def test_capitals_and_blanks_do_not_change_what_is_meant(name, spelled):
    assert [each.key for each in recognise(spelled(name))] == [each.key for each in recognise(name)]


FRAGMENTS = [
    "sumatriptan",
    "ilt",
    "Mg",
    "6",
    ",5",
    "mg",
    "l/min",
    "-",
    "+",
    ",",
    "(",
    ")",
    "x2",
    "no",
]
TEXTS = st.text() | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join)


@given(TEXTS)
@settings(derandomize=True, deadline=None)
def test_any_text_at_all_is_read_without_harm(text):
    for mention in recognise(text):
        assert mention.key is None or mention.key in treatments()
        assert mention.name.strip()
        assert mention.amount is None or mention.amount >= 0
