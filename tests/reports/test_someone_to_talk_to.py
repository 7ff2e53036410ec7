import pytest

from surcease.safety.crisis import crisis_lines


@pytest.mark.parametrize("line", crisis_lines(), ids=lambda line: line.place)
def test_a_number_can_be_dialled_as_it_is_shown(line):
    assert line.dial.isdigit()
    assert line.shown.replace(" ", "") == line.dial
    assert line.tag in {"V", "M"}
    assert line.source
