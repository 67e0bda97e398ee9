"""Addresses of delivery, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.delivery import channels, message, overview

urlpatterns = [
    path("delivery/", overview.delivery, name="delivery"),
    path("delivery/channels/", channels.channels, name="channels"),
    path("delivery/channels/test/", channels.test, name="channels_test"),
    path("delivery/<int:message_id>/", message.message, name="delivery_message"),
]
