"""Addresses of the register, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.bodies import body, register

urlpatterns = [
    path("bodies/", register.bodies, name="bodies"),
    path("bodies/new/", register.enter, name="bodies_new"),
    path("bodies/<int:body_id>/", body.body, name="bodies_body"),
    path("bodies/<int:body_id>/change/", register.change, name="bodies_change"),
    path("bodies/<int:body_id>/end/", body.end, name="bodies_end"),
    path("bodies/members/<int:member_id>/end/", body.end_member, name="bodies_end_member"),
]
