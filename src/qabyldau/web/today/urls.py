"""Addresses of receptions on the day of the request, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.today import page

urlpatterns = [
    path("today/", page.asked_today, name="today"),
    path("today/<int:asking_id>/answer/", page.answer, name="today_answer"),
]
