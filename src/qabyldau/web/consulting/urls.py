"""Addresses of consulting, spliced into the workplace."""

from django.urls import path

from qabyldau.web.consulting import callins, today

urlpatterns = [
    path("consulting/", today.consulting, name="consulting"),
    path("consulting/roster/", today.keep, name="consulting_roster"),
    path("consulting/roster/<int:consultant_id>/off/", today.take_off, name="consulting_off"),
    path("appeals/<int:appeal_id>/call-in/", callins.call_in, name="consulting_call_in"),
    path("call-ins/<int:call_in_id>/", callins.answer, name="consulting_answer"),
    path("appeals/<int:appeal_id>/agree-hour/", callins.agree, name="consulting_agree"),
]
