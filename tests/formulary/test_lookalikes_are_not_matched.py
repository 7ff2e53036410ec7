import pytest

from surcease.formulary import recognise, treatment_named

OTHER_DRUGS = """
prednisolone methylprednisolone zolpidem zopiclone metoprolol propranolol oxycodone oxycontin
oxytocin oxybutynin oxymetazoline almotriptan naratriptan eletriptan telmisartan losartan
olmesartan irbesartan pregabalin levetiracetam carbamazepine lamotrigine lanreotide ergotamine
ergotoxine methysergide cocaine articaine prilocaine metformin eptinezumab erenumab fremanezumab
Ajovy Aimovig abobotulinumtoxinA incobotulinumtoxinA rimabotulinumtoxinB Dysport Xeomin Myobloc
topotecan diltiazem amlodipine ibuprofen paracetamol ketamine indomethacin caffeine phenprocoumon
pizotifen Sandomigran hydrogen ozone helium immigrant imipramine zomacton Zometa Zofran calcium
magnesia manganese psilocin LSD Detox Botulism gon mg VNS
"""


@pytest.mark.parametrize("text", OTHER_DRUGS.split())
def test_another_substance_is_not_taken_for_a_known_one(text):
    assert [each.key for each in recognise(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "lithium battery",
        "oxygen saturation 95%",
        "SPG block",
        "occipital nerve stimulation",
        "verapamil - not taken",
        "verapamil cream",
        "vitamin D",
        "vitamin D2",
        "Decortin H",
        "Sandostatin LAR",
        "verapamil allergy",
    ],
)
def test_a_known_name_with_unknown_words_beside_it_is_not_certain(text):
    assert treatment_named(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sumatripan", "sumatriptan"),
        ("Verapmail", "verapamil"),
        ("Topirimate", "topiramate"),
        ("galcanezamab", "galcanezumab"),
        ("zolmitripan nasal", "zolmitriptan_nasal"),
        ("predisone", "prednisone"),
        ("Imatrex", "sumatriptan"),
    ],
)
def test_one_slip_in_a_long_word_is_forgiven(text, expected):
    assert treatment_named(text).key == expected


@pytest.mark.parametrize("text", ["Zomik", "Botax", "ltihuim", "verrapamill", "gon blocx", "D4"])
def test_a_slip_in_a_short_word_and_a_second_slip_are_not(text):
    assert treatment_named(text) is None
