import pytest
from django.template.loader import render_to_string

from strategies.made_up_language import spoken
from surcease.exchange import Choices, open_source
from surcease.web.exchange.plan import plan_for
from surcease.web.exchange.preview import preview_of

pytestmark = pytest.mark.django_db


def rows_of_the_page(path):
    imported = open_source([path], Choices(zone="Europe/Copenhagen"))
    shown = preview_of(imported, plan_for(imported.diary))
    return render_to_string("exchange/parts/rows.html", {"shown": shown})


def test_the_preview_tells_why_a_row_was_refused_in_the_language_of_the_app(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("Date,Time,Pain\n2019-03-04,08:00,7\nstarted verapamil,,\n", "utf-8")
    assert "not a date" in rows_of_the_page(path)
    with spoken():
        page = rows_of_the_page(path)
    assert "not a date" not in page
    assert "жжж ж жжжж" in page
