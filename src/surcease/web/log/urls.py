from __future__ import annotations

from django.urls import path

from surcease.web.log import views

urlpatterns = [
    path("", views.log, name="log"),
    path("log/state", views.state, name="log-state"),
    path("log/archive", views.kept, name="log-archive"),
    path("log/write/<slug:do>/<slug:kind>/", views.write, name="log-write"),
    path("log/write/<slug:do>/<slug:kind>/<uuid:entry>/", views.write, name="log-write"),
    path("log/session/", views.session, name="log-session"),
    path("log/entry/<uuid:entry>/", views.entry, name="log-entry"),
    path("log/entry/<uuid:entry>/versions/", views.versions, name="log-versions"),
    path("log/theme/", views.theme, name="log-theme"),
]
