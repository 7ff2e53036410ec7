from __future__ import annotations

from django.urls import path

from surcease.web.reports import views

app_name = "reports"
urlpatterns = [path("report/pdf/", views.choose, name="choose")]
