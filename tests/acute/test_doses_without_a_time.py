"""An app that keeps no times of doses puts them at the onset; nothing is timed from there."""

from strategies.entries import attack, diary, dose, moment
from surcease.acute.analyze import analyze_acute
from surcease.diary.response import UNTIMED, Response
from surcease.reports.acute_report import acute_report

ENDED = moment("2024-03-01T09:00")
HELPFUL = (("helpfulness", "helpful"), UNTIMED)


def test_they_are_used_and_rated_and_end_no_attack():
    one = attack("2024-03-01T08:00", ended_at=ENDED)
    found = analyze_acute(diary(one, doses=(dose("2024-03-01T08:00", "O2", extra=HELPFUL),)))
    (oxygen,) = found.treatments
    assert (found.treated, found.doses_untimed) == (1, 1)
    assert oxygen.use.doses == 1
    assert oxygen.ratings == {"helpfulness": {Response.HELPED: 1}}
    assert oxygen.alone.attacks == 0
    assert "1 dose of no known time" in acute_report(found).overview


def test_several_of_one_attack_are_no_combination():
    one = attack("2024-03-01T08:00", ended_at=ENDED)
    taken = tuple(
        dose("2024-03-01T08:00", name, extra=HELPFUL) for name in ("O2", "Imigran Inject")
    )
    assert analyze_acute(diary(one, doses=taken)).combinations == ()


def test_a_dose_with_a_time_is_still_followed():
    one = attack("2024-03-01T08:00", ended_at=ENDED)
    given = dose("2024-03-01T08:00", "O2", extra=(("helpfulness", "helpful"),))
    assert analyze_acute(diary(one, doses=(given,))).treatments[0].alone.attacks == 1
