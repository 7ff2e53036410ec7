from datetime import date

import pytest

from surcease.course.criteria import (
    criteria_in_force,
    criteria_named,
    editions,
    newest_criteria,
)


@pytest.mark.parametrize(
    ("name", "remission_days"), [("ICHD-2", 30), ("ICHD-3 beta", 30), ("ICHD-3", 90)]
)
def test_each_edition_has_its_own_remission(name, remission_days):
    assert criteria_named(name).remission.days == remission_days


def test_the_newest_edition_is_the_third():
    assert newest_criteria().name == "ICHD-3"


@pytest.mark.parametrize(
    ("on", "name"),
    [
        (date(2012, 12, 31), "ICHD-2"),
        (date(2013, 1, 1), "ICHD-3 beta"),
        (date(2017, 12, 31), "ICHD-3 beta"),
        (date(2018, 1, 1), "ICHD-3"),
    ],
)
def test_the_edition_of_a_date_is_the_newest_published_by_then(on, name):
    assert criteria_in_force(on).name == name


def test_before_the_first_edition_on_file_there_is_none():
    with pytest.raises(LookupError, match="1999"):
        criteria_in_force(date(1999, 1, 1))


def test_an_unknown_name_is_refused_with_the_names_that_are_known():
    with pytest.raises(LookupError, match="ICHD-3 beta"):
        criteria_named("ICHD-11")


def test_every_threshold_names_its_words_its_source_and_how_it_was_read():
    for edition in editions():
        for each in (
            edition.remission,
            edition.shortest_bout,
            edition.longest_bout,
            edition.chronic,
        ):
            assert each.days > 0
            assert each.words
            assert each.source.startswith("https://")
            assert each.tag in {"V", "V2", "M"}
