"""A denial counts within its clause; a block that no clear denial reaches is found."""

from datetime import date

import pytest

from surcease.diary import Ecg
from surcease.safety.heart_blocks import Block, blocks_in


def found(*findings):
    return blocks_in(Ecg(date(2024, 1, 1), 60, 180, findings))


@pytest.mark.parametrize(
    "finding",
    [
        "no Mobitz II",
        "Sinus rhythm, no Mobitz II",
        "Sinus rhythm. No Mobitz II.",
        "sinus rhythm without Mobitz II",
        "no sign of Mobitz II",
        "No evidence of any third-degree AV block",
        "no AV block or Mobitz II",
        "no 2nd degree AV block (Mobitz II)",
        "neither Mobitz I nor Mobitz II",
        "no longer Mobitz II",
        "Mobitz II excluded",
        "Sinus rhythm, Mobitz II was ruled out",
        "Mobitz II or third-degree block not seen",
        "no Wenckebach and no Mobitz II",
    ],
)
def test_a_denied_block_is_not_found(finding):
    assert found(finding) == set()


@pytest.mark.parametrize(
    "finding",
    [
        "Mobitz II",
        "sinus; Mobitz II",
        "no AV block, Mobitz II",
        "no pauses. Mobitz II",
        "no AV block - Mobitz II",
        "no pauses but Mobitz II",
        "no pauses and Mobitz II",
        "Mobitz II, no pauses",
        "Mobitz II without pauses",
        "Mobitz II no change",
        "no change of the Mobitz II",
        "no doubt a Mobitz II",
        "not only Mobitz II",
        "if not Mobitz II",
        "Mobitz II not excluded",
        "Mobitz II cannot be ruled out",
        "Mobitz II?",
        "no Mobitz II in the morning, Mobitz II at night",
        "no Mobitz II in the morning Mobitz II at night",
    ],
)
def test_a_block_that_no_clear_denial_reaches_is_found(finding):
    assert found(finding) == {Block.MOBITZ_2}


def test_each_block_of_a_finding_has_a_denial_of_its_own():
    assert found("Wenckebach, no Mobitz II") == {Block.WENCKEBACH}
    assert found("no Wenckebach, but Mobitz II") == {Block.MOBITZ_2}
    assert found("no Wenckebach", "Mobitz II") == {Block.MOBITZ_2}
    assert found("no Wenckebach, Mobitz II excluded") == set()
