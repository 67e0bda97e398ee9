"""Addresses of participation, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.participation import central, day, invitation, ledger, own, paper, readiness, refusals

urlpatterns = [
    path("days/<int:day_id>/readiness/", readiness.readiness, name="days_readiness"),
    path("days/<int:day_id>/bodies/", day.bodies_of_day, name="days_bodies"),
    path("participation/", ledger.ledger, name="participation"),
    path("participation/ledger.csv", ledger.table, name="participation_table"),
    path("participation/<int:invitation_id>/", invitation.invitation, name="participation_invitation"),
    path("participation/<int:invitation_id>/matters/", invitation.matters, name="participation_matters"),
    path("participation/<int:invitation_id>/presence/", invitation.presence, name="participation_presence"),
    path("participation/<int:invitation_id>/paper/", paper.invitation_paper, name="participation_paper"),
    path("central/", central.central, name="central"),
    path("refusals/", refusals.refusals, name="refusals"),
    path("refusals/<int:refusal_id>/", refusals.refusal, name="refusals_refusal"),
    path("refusals/<int:refusal_id>/letter/", refusals.make, name="refusals_make"),
    path("refusals/<int:refusal_id>/paper/", paper.refusal_paper, name="refusals_paper"),
    path("invited/", own.invited, name="invited"),
    path("invited/<int:invitation_id>/", own.invitation, name="invited_invitation"),
    path("invited/<int:invitation_id>/paper/", paper.own_paper, name="invited_paper"),
]
