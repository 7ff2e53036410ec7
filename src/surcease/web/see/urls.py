from __future__ import annotations

from django.urls import path

from surcease.web.see import of_treatment, views
from surcease.web.see.history import page as history
from surcease.web.see.pages import PAGES

app_name = "see"
urlpatterns = [
    *(
        path(
            "" if page.name == "timeline" else f"{page.name}/",
            views.show,
            {"page": page},
            page.name,
        )
        for page in PAGES
    ),
    path("works/<slug:treatment>/how-often/", of_treatment.how_often, name="how-often"),
    path("works/<slug:treatment>/checks/", of_treatment.checks, name="checks"),
    path("history/", history.show, name="history"),
    path("state", views.state, name="state"),
    path("state/<slug:treatment>", views.state, name="state-of-checks"),
    path("again", views.again, name="again"),
    path("figures/<int:result>/<slug:name>.json", views.figure, name="figure"),
    path("analysis.json", views.document, {"name": "analysis.json"}, "analysis"),
    path("report.html", views.document, {"name": "report.html"}, "report"),
]
