"""Every address of the product."""

from django.urls import include, path

from qabyldau.web import errors

handler400 = errors.bad_request
handler403 = errors.denied
handler404 = errors.missing
handler500 = errors.broken

urlpatterns = [
    path("", include("qabyldau.web.public.urls")),
]
