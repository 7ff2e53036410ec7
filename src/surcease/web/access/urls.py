from __future__ import annotations

from django.urls import path

from surcease.web.access import views

app_name = "access"
urlpatterns = [path("enter/<str:token>", views.enter, name="enter")]
