"""Addresses for programs: the API and the question whether we are well."""

from django.urls import path

from qabyldau.api.health import healthz
from qabyldau.api.service import api, missing

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", missing, name="api-missing"),
    path("api/v1/", missing, name="api-missing-v1"),
    path("api/v1/", api.urls),
    path("api/<path:path>", missing, name="api-missing-below"),
]
