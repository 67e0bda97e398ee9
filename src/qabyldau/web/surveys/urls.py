"""Addresses of surveys, spliced into those of the workplace and of the public site."""

from django.urls import path

from qabyldau.web.surveys import calls, rounds

urlpatterns = [
    path("surveys/", rounds.rounds, name="surveys"),
    path("surveys/draw/", rounds.draw, name="surveys_draw"),
    path("surveys/questions/", rounds.questions, name="surveys_questions"),
    path("surveys/calls/", calls.to_call, name="surveys_calls"),
    path("surveys/calls/<int:task_id>/", calls.call, name="surveys_call"),
    path("surveys/concerns/<int:concern_id>/", rounds.concern, name="surveys_concern"),
    path("surveys/<int:round_id>/", rounds.results, name="surveys_round"),
]
public_urlpatterns = [path("survey/<slug:link>/", calls.answer, name="survey")]
