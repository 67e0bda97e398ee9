"""Addresses of screening, spliced into the workplace and into the public site."""

from django.urls import path

from qabyldau.web.screening import page, supply

urlpatterns = [path("screening/", page.screening_page, name="screening")]
public_urlpatterns = [path("track/appeal/data/", supply.supply, name="track_data")]
