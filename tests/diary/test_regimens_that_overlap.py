import pytest

from strategies.entries import read_with_notices

HEADER = "treatment,amount_per_day,unit,from_on,to_on\n"


def told(*rows):
    _, notices = read_with_notices(regimens=HEADER + "".join(f"{row}\n" for row in rows))
    return [str(notice) for notice in notices]


@pytest.mark.parametrize(
    "rows",
    [
        ("verapamil,360,mg,2024-03-10,", "verapamil,240,mg,2024-03-01,"),
        ("Verapamil,240,mg,2024-03-01,2024-03-10", "verapamil,360,mg,2024-03-10,"),
    ],
)
def test_amounts_that_add_up_are_reported(rows):
    (notice,) = told(*rows)
    assert notice.startswith("regimens.csv: rows that begin before an earlier one")
    assert notice.endswith("add up: 1")


@pytest.mark.parametrize(
    "rows",
    [
        ("verapamil,240,mg,2024-03-01,2024-03-09", "verapamil,360,mg,2024-03-10,"),
        ("verapamil,240,mg,2024-03-01,", "lithium,900,mg,2024-03-10,"),
    ],
)
def test_a_change_and_another_treatment_are_no_overlap(rows):
    assert told(*rows) == []
