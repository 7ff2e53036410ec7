from __future__ import annotations

from django.urls import path

from surcease.web.access import views
from surcease.web.access.alive import alive

app_name = "access"
urlpatterns = [
    path("enter/<str:token>", views.enter, name="enter"),
    path("alive/<str:question>", alive, name="alive"),
    path("sign-in/", views.sign_in, name="sign-in"),
    path("leave/", views.leave, name="leave"),
]
