"""Addresses of the schedule of a month, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.planning import days, grounds, month, rehearsal, rooms, versions

urlpatterns = [
    path("planning/", month.planning, name="planning"),
    path("planning/<int:year>/<int:month_number>/", month.month, name="planning_month"),
    path("planning/<int:year>/<int:month_number>/check/", month.check, name="planning_check"),
    path("planning/<int:year>/<int:month_number>/rehearsal/", rehearsal.rehearse, name="planning_rehearsal"),
    path("planning/versions/<int:version_id>/", versions.version, name="planning_version"),
    path("planning/versions/<int:version_id>/approve/", month.approve, name="planning_approve"),
    path("planning/versions/<int:version_id>/return/", month.send_back, name="planning_return"),
    path("planning/versions/<int:version_id>/publish/", month.publish, name="planning_publish"),
    path("planning/series/", days.series, name="planning_series"),
    path("planning/days/<int:day_id>/change/", days.change, name="planning_change"),
    path("planning/days/<int:day_id>/remove/", days.remove, name="planning_remove"),
    path("planning/days/<int:day_id>/keep/", days.keep, name="planning_keep"),
    path("planning/rooms/", rooms.rooms, name="planning_rooms"),
    path("planning/rooms/<int:room_id>/close/", rooms.close, name="planning_rooms_close"),
    path("planning/off-schedule/", grounds.off_schedule, name="planning_off_schedule"),
    path("planning/meetings/", grounds.meetings, name="planning_meetings"),
    path("planning/meetings/<int:meeting_id>/", grounds.meeting, name="planning_meeting"),
]
