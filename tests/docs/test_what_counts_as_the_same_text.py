import pytest

from docs.nearly import differences

SHOWN = "prevented so far: 1,342 attacks (95% interval: 159 to 1,960), 56% fewer"


@pytest.mark.parametrize(
    "made",
    [
        SHOWN,
        "prevented so far: 1,333 attacks (95% interval: 156 to 1,964), 56% fewer",
        "prevented so far: 1,342 attacks (95% interval: 159 to 1,960), 55% fewer",
    ],
)
def test_monte_carlo_error_is_no_difference(made):
    assert differences(SHOWN, made) == []


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (SHOWN.replace("1,342", "1,142"), [("1,342", "1,142")]),
        (SHOWN.replace("56%", "52%"), [("56", "52")]),
        (SHOWN.replace("fewer", "more"), [("% fewer", "% more")]),
        (SHOWN + ", suggestive", [("% fewer", "% fewer, suggestive")]),
        (SHOWN + " 7", [("% fewer", "% fewer "), ("", "7")]),
    ],
)
def test_another_number_or_word_is_one(made, found):
    assert differences(SHOWN, made) == found
