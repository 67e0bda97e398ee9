"""Addresses of the call-centre, spliced into those of the workplace."""

from django.urls import path

from qabyldau.web.calls import emergency, forms, line, operator, taken

urlpatterns = [
    path("calls/", operator.operator, name="calls"),
    path("calls/worker.js", operator.worker, name="calls_worker"),
    path("calls/manifest.webmanifest", operator.manifest, name="calls_manifest"),
    path("calls/prepare/", line.prepare, name="calls_prepare"),
    path("calls/send/", line.send, name="calls_send"),
    path("calls/taken/", taken.taken, name="calls_taken"),
    path("calls/forms/", forms.piles, name="calls_forms"),
    path("calls/forms/enter/", forms.enter, name="calls_forms_enter"),
    path("calls/forms/<int:block_id>/", forms.pile, name="calls_forms_pile"),
    path("emergency/", emergency.page, name="emergency"),
    path("emergency/<int:emergency_id>/end/", emergency.end, name="emergency_end"),
]
