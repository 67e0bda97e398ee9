"""Addresses of the minutes, spliced into the workplace."""

from django.urls import path

from qabyldau.web.minutes import page, signing, write

urlpatterns = [
    path("minutes/", page.minutes, name="minutes"),
    path("minutes/<int:day_id>/", page.day, name="minutes_day"),
    path("minutes/<int:day_id>/preview/<slug:spoken>/", page.preview, name="minutes_preview"),
    path("minutes/<int:day_id>/answer/<int:appeal_id>/", write.answer, name="minutes_answer"),
    path("minutes/<int:day_id>/order/<int:appeal_id>/", write.order, name="minutes_order"),
    path("minutes/orders/<int:instruction_id>/", write.change, name="minutes_change"),
    path("minutes/orders/<int:instruction_id>/drop/", write.drop, name="minutes_drop"),
    path("minutes/<int:day_id>/sign/", signing.sign, name="minutes_sign"),
    path("minutes/<int:day_id>/addendum/", signing.addendum, name="minutes_addendum"),
]
