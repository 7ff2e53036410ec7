import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address", ["/settings/", "/import/", "/export/", "/backup/", "/help-now/"]
)
def test_what_is_not_in_the_bar_at_the_foot_is_on_the_page_called_more(user, address):
    assert f'<li><a href="{address}">' in user.get("/more/").text
