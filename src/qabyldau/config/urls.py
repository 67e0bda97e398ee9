"""Every address of the product."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from qabyldau.config import door, report_door
from qabyldau.web import errors
from qabyldau.web.board.urls import plain as board

handler400 = errors.bad_request
handler403 = errors.denied
handler404 = errors.missing
handler500 = errors.broken

# Every page for people stands under /kk/ or /ru/; an address without a language is led to one of them.
urlpatterns = [
    path("exchange/eotinish/", door.eotinish, name="exchange_eotinish"),
    path("delivery/sms/", report_door.sms, name="delivery_sms"),
    path("", include("qabyldau.api.urls")),
]
urlpatterns += board
urlpatterns += i18n_patterns(
    path("account/", include("qabyldau.web.signin.urls")),
    path("staff/", include("qabyldau.web.staff.urls")),
    path("", include("qabyldau.web.public.urls")),
)
