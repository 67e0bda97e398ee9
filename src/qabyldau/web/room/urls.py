"""Addresses of the official's page, spliced into the workplace."""

from django.urls import path

from qabyldau.web.room import dictating, meeting, page

urlpatterns = [
    path("room/", page.room, name="room"),
    path("room/<int:day_id>/", page.day, name="room_day"),
    path("room/<int:day_id>/answer/<int:visit_id>/", dictating.answer, name="room_answer"),
    path("room/<int:day_id>/instruct/<int:visit_id>/", dictating.instruct, name="room_instruct"),
    path("room/<int:day_id>/change/<int:dictated_id>/", dictating.change, name="room_change"),
    path("room/<int:day_id>/drop/<int:dictated_id>/", dictating.drop, name="room_drop"),
    path("room/<int:day_id>/next/", meeting.call_next, name="room_next"),
    path("room/<int:day_id>/visits/<int:visit_id>/<slug:act>/", meeting.press, name="room_press"),
    path("room/<int:day_id>/video/<int:appeal_id>/", meeting.video, name="room_video"),
    path("room/<int:day_id>/telephone/<int:appeal_id>/", meeting.telephone, name="room_telephone"),
]
