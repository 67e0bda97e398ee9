"""The address of the settings, spliced into the workplace."""

from django.urls import path

from qabyldau.web.settings import page

urlpatterns = [path("settings/", page.settings, name="settings")]
