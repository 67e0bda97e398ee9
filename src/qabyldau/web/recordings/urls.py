"""Addresses of the recordings, spliced into the workplace."""

from django.urls import path

from qabyldau.web.recordings import page

urlpatterns = [
    path("recordings/", page.recordings, name="recordings"),
    path("recordings/<slug:language>/<slug:name>/drop/", page.drop, name="recordings_drop"),
]
