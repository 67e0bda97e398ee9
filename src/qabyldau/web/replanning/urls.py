"""Addresses of replanning in the workplace."""

from django.urls import path

from qabyldau.web.replanning import absence, home, restriction

urlpatterns = [
    path("replanning/", home.home, name="replanning"),
    path("replanning/absence/", absence.tell, name="replanning_absence"),
    path("replanning/absence/<int:absence_id>/withdraw/", absence.withdraw, name="replanning_withdraw"),
    path("replanning/days/<int:day_id>/", absence.day, name="replanning_day"),
    path("replanning/days/<int:day_id>/confirm/", absence.confirm, name="replanning_confirm"),
    path("days/<int:day_id>/offer/", home.offer_carried, name="replanning_offer_carried"),
    path("restrictions/", restriction.page, name="restrictions"),
    path("restrictions/<int:restriction_id>/lift/", restriction.lift, name="restrictions_lift"),
    path(
        "restrictions/<int:restriction_id>/days/<int:day_id>/back/",
        restriction.turn_back,
        name="restrictions_turn_back",
    ),
]
