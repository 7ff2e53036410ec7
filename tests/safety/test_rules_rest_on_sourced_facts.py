from dataclasses import replace
from datetime import date

import pytest

from strategies.clinic import told
from surcease.formulary import Fact, sources
from surcease.formulary.classes import fact_at
from surcease.safety import Severity, check, rules_by_key
from surcease.safety.finding import Remark
from surcease.safety.rule import Rule

PARTS = [part for parts in rules_by_key().values() for part in parts]


@pytest.mark.parametrize("part", PARTS, ids=lambda each: f"{each.key} {each.title}")
def test_every_fact_a_rule_names_is_in_the_formulary(part):
    for reference in part.rests_on:
        assert fact_at(reference, date(2024, 1, 1)).source in sources()


@pytest.mark.parametrize("tag", ["V", "M"])
def test_a_number_from_memory_never_drives_a_rule_above_info(tag):
    fact = Fact(5, "mg", "memory" if tag == "M" else "imi", tag, date.min)
    remark = Remark(Severity.STOP, "", date(2024, 1, 1), (), (fact,))
    seen = list(Rule("T", "", "", (), lambda _: iter([remark])).see(None))
    assert seen == [replace(remark, severity=Severity.INFO) if tag == "M" else remark]


def test_no_rule_advises_to_take_anything():
    for part in PARTS:
        assert part.ask.endswith("?"), part.title
        assert not {"take more", "you should", "start taking"} & {part.ask.casefold()}


def test_a_rule_that_lacks_a_fact_says_what_it_would_need():
    needs = check(told(["at 0:00 Imigran injection 6 mg", "at 1:00 MgSO4 1 g MgSO4"]).diary).needs
    needed = {(each.where, each.needs): each.rules for each in needs}
    assert needed["medicines.csv", "other medicines, or none"] == ("S09",)
    assert "S12" in needed["conditions.csv", "heart or vessel disease"]
    assert needed["labs.csv", "kidney function: eGFR"] == ("M01",)
    assert needed["diary.toml", "year of birth and sex, in [person]"] == ("S13",)


def test_a_no_to_the_wider_word_answers_for_its_parts():
    case = told(["at 0:00 Imigran injection 6 mg", "has no heart disease"])
    assert "heart or vessel disease" not in {each.needs for each in check(case.diary).needs}


def test_limits_are_read_as_of_the_day_of_the_dose(monkeypatch):
    from surcease.safety import taken

    old, new = (
        Fact(limit, "mg", "imi", "V", since)
        for limit, since in ((6, date.min), (3, date(2024, 1, 10)))
    )

    def dated(reference, on):
        if reference != "sumatriptan_sc.max_single":
            return fact_at(reference, on)
        return new if on >= new.from_on else old

    monkeypatch.setattr(taken, "fact_at", dated)
    days = [8, 9]
    diary = told([f"on day {each} Imigran injection 6 mg" for each in days]).diary
    assert [each.on.day for each in check(diary).findings if each.rule == "S03"] == [10]


@pytest.mark.parametrize("spared", [(), ("verapamil.with_lithium_level_within",)])
def test_a_statement_from_memory_drives_nothing_unless_the_rule_was_agreed_on_with_it(spared):
    within = fact_at("verapamil.with_lithium_level_within", date(2024, 1, 1))
    remark = Remark(Severity.WARN, "", date(2024, 1, 1), (), (within,))
    rule = Rule("T", "", "", (), lambda _: iter([remark]), in_spite_of=spared)
    (seen,) = rule.see(None)
    assert seen.severity == (Severity.WARN if spared else Severity.INFO)


def test_only_one_number_from_memory_is_spared():
    assert {each for part in PARTS for each in part.in_spite_of} == {
        "verapamil.with_lithium_level_within"
    }


def test_where_only_the_wider_word_was_said_the_rule_asks_which():
    case = told(["at 0:00 Imigran injection 6 mg", "has heart disease"])
    assert "which heart or vessel disease" in {each.needs for each in check(case.diary).needs}


def test_two_doses_at_one_instant_are_said_to_be_together():
    case = told(["at 0:00 Imigran injection 6 mg", "at 0:00 Maxalt 10 mg"])
    (said,) = [each.text for each in check(case.diary).findings if each.rule == "S07"]
    assert "together with" in said
