"""Addresses of the desk, spliced into the workplace."""

from django.urls import path

from qabyldau.web.desk import find, page, presses

urlpatterns = [
    path("desk/", page.desk, name="desk"),
    path("desk/find/", find.find, name="desk_find"),
    path("desk/<int:day_id>/", page.day, name="desk_day"),
    path("desk/<int:day_id>/arrive/<int:appeal_id>/", presses.arrive, name="desk_arrive"),
    path("desk/<int:day_id>/call/", presses.call_next, name="desk_call"),
    path("desk/<int:day_id>/call/<int:visit_id>/", presses.call_out_of_order, name="desk_call_out_of_order"),
    path("desk/<int:day_id>/visits/<int:visit_id>/slip/", page.slip, name="desk_slip"),
    path("desk/<int:day_id>/visits/<int:visit_id>/<slug:act>/", presses.press, name="desk_press"),
]
