"""Addresses of signatures, spliced into the workplace."""

from django.urls import path

from qabyldau.web.signing import kept

_ONE = "appeals/<int:appeal_id>/signatures/<int:signature_id>/"
urlpatterns = [
    path(f"{_ONE}look/", kept.look_again, name="signature_look"),
    path(f"{_ONE}take/", kept.take_away, name="signature_take"),
]
