"""Addresses of receptions by video, spliced into the public site."""

from django.urls import path

from qabyldau.web.video import check, waiting

urlpatterns = [
    path("video/check/", check.check, name="video_check"),
    path("track/appeal/video/", waiting.waiting, name="track_video"),
    path("track/appeal/video/enter/", waiting.enter, name="track_video_enter"),
    path("track/appeal/video/phone/", waiting.phone, name="track_video_phone"),
]
