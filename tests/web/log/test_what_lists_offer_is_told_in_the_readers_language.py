"""What is written down stays what rules know; beside it stands what it means to the reader."""

import re

import pytest

from strategies.made_up_language import not_collected, spoken

pytestmark = pytest.mark.django_db

LISTS = {
    "muscles": ("/", "temporalis"),
    "tests": ("/", "magnesium"),
    "symptoms": ("/", "trouble swallowing"),
    "conditions-condition-": ("/settings/", "stroke or TIA"),
}
OPTION = re.compile(r'<option value="([^"]*)">([^<]*)</option>')


def offered(user, name):
    address, _known = LISTS[name]
    (found,) = re.findall(
        rf'<datalist id="{name}">(.*?)</datalist>', user.get(address).text, re.DOTALL
    )
    return dict(OPTION.findall(found))


@pytest.mark.parametrize("name", LISTS)
def test_in_english_each_word_is_offered_alone(user, name):
    found = offered(user, name)
    assert LISTS[name][1] in found
    assert {*found.values()} == {""}


@pytest.mark.parametrize("name", LISTS)
def test_in_another_language_its_meaning_stands_beside_the_same_word(user, name):
    in_english = offered(user, name)
    with spoken():
        found = offered(user, name)
    assert {*found} == {*in_english}
    assert re.fullmatch("[ж ]+", found[LISTS[name][1]])


@pytest.mark.parametrize("name", LISTS)
def test_all_that_is_offered_is_collected_for_a_translation(user, name):
    assert not_collected(offered(user, name)) == set()
