"""Without JavaScript a day comes as it was typed: the record says what is wrong with it."""

import pytest

from surcease.web.record.models import Entry

pytestmark = pytest.mark.django_db

REGIMEN = "/log/write/put/regimens/"


def verapamil(from_on):
    cells = {"treatment": "verapamil", "amount_per_day": "240", "unit": "mg", "from_on": from_on}
    return {f"cell.{name}": text for name, text in cells.items()}


@pytest.mark.parametrize("typed", ["31/12/2024", "yesterday", ""])
def test_a_regimen_from_a_day_that_cannot_be_read_is_refused_with_the_reason(user, typed):
    assert user.post(REGIMEN, verapamil("2024-06-01")).status_code == 302
    answer = user.post(REGIMEN, verapamil(typed))
    assert answer.status_code == 422
    assert 'class="error"' in answer.text
    assert [each.cells["from_on"] for each in Entry.objects.all()] == ["2024-06-01"]
    assert "to_on" not in Entry.objects.get().cells
