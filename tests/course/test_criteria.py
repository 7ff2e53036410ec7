import pytest

from strategies.courses import edition
from surcease.course.criteria import editions, newest_criteria


@pytest.mark.parametrize(
    ("name", "remission_days"), [("ICHD-2", 30), ("ICHD-3 beta", 30), ("ICHD-3", 90)]
)
def test_each_edition_has_its_own_remission(name, remission_days):
    assert edition(name).remission.days == remission_days


def test_the_newest_edition_is_the_third():
    assert newest_criteria().name == "ICHD-3"


def test_editions_are_in_the_order_of_their_years():
    known = [(each.name, each.from_on.year) for each in editions()]
    assert known == [("ICHD-2", 2004), ("ICHD-3 beta", 2013), ("ICHD-3", 2018)]


def test_every_threshold_names_its_words_its_source_and_how_it_was_read():
    for criteria in editions():
        for each in (
            criteria.remission,
            criteria.shortest_bout,
            criteria.longest_bout,
            criteria.chronic,
        ):
            assert each.days > 0
            assert each.words
            assert each.source.startswith("https://")
            assert each.tag in {"V", "V2", "M"}
