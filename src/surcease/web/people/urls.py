from __future__ import annotations

from django.urls import path

from surcease.web.people import crisis, first_run, more, settings_page

app_name = "people"
urlpatterns = [
    path("help-now/", crisis.show, name="crisis"),
    path("more/", more.show, name="more"),
    path("welcome/", first_run.show, name="first-run"),
    path("settings/", settings_page.show, name="settings"),
    path("settings/<str:kind>/", settings_page.change, name="change"),
]
