"""The address of the kiosk, spliced into the public site."""

from django.urls import path

from qabyldau.web.kiosk import page

urlpatterns = [path("kiosk/", page.kiosk, name="kiosk")]
