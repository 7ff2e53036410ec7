from itertools import pairwise

from surcease.web.record.uuid7 import uuid7


def test_each_number_is_greater_than_the_one_before():
    made = [uuid7() for _ in range(10_000)]
    assert all(one < two for one, two in pairwise(made))
    assert {each.version for each in made} == {7}
