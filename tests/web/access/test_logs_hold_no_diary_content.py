import logging

import pytest
from django.test import override_settings
from django.urls import include, path

from surcease.web.logs import WithoutContent
from web.made import attack

pytestmark = pytest.mark.django_db

SECRET = "planted-42-magnesium"  # noqa: S105  to be searched for
OWN = {"origin": "http://127.0.0.1:8377"}


def fails(_request, what):
    raise ValueError(f"{what} {SECRET}")


urlpatterns = [path("fails/<str:what>", fails), path("", include("surcease.web.urls"))]
handler500 = "surcease.web.problem.failed"


@override_settings(ROOT_URLCONF=__name__)
def test_no_log_line_quotes_a_request_or_an_error(admitted, caplog):
    admitted.raise_request_exception = False
    caplog.set_level(logging.DEBUG)
    answers = [
        admitted.get(f"/fails/{SECRET}?q={SECRET}"),
        admitted.get(f"/{SECRET}/?q={SECRET}"),
        admitted.get("/", headers={"host": f"{SECRET}.example"}),
        admitted.post("/actions", f'{{"{SECRET}', "application/json", headers=OWN),
        admitted.post("/backup/", {"notes": SECRET}),
        admitted.post(
            "/actions",
            {"actions": [attack(notes=SECRET), attack(intensity=SECRET)]},
            "application/json",
            headers=OWN,
        ),
    ]
    assert [each.status_code for each in answers] == [500, 404, 421, 400, 403, 200]
    assert not any(SECRET in each.text for each in answers)
    lines = [WithoutContent().format(record) for record in caplog.records]
    assert any("ValueError" in line and "fails" in line for line in lines)
    assert not any(SECRET in line for line in lines)


def test_what_surcease_itself_says_is_logged():
    record = logging.LogRecord("surcease.web", logging.ERROR, "", 1, "full: %s", ("disk",), None)
    assert WithoutContent().format(record).endswith("ERROR surcease.web full: disk")
