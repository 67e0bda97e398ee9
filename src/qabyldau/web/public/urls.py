"""Addresses of the public site, all under /kk/ or /ru/."""

from django.urls import path

from qabyldau.web.board.urls import urlpatterns as board
from qabyldau.web.consideration import urls as consideration
from qabyldau.web.control import urls as control
from qabyldau.web.kiosk.urls import urlpatterns as kiosk
from qabyldau.web.press.urls import public as press
from qabyldau.web.public import (
    act,
    feed,
    home,
    pages,
    poster,
    receivers,
    schedule,
    statistics,
    verify,
    view,
    widget,
)
from qabyldau.web.public.request import check, done, steps
from qabyldau.web.public.track import appeal, find, hour, letters, withdraw
from qabyldau.web.screening import urls as screening
from qabyldau.web.signing import request as signing
from qabyldau.web.surveys import urls as surveys
from qabyldau.web.video import urls as video

app_name = "public"

urlpatterns = [
    path("", home.home, name="home"),
    path("receivers/", receivers.receivers, name="receivers"),
    path("schedule/", schedule.schedule, name="schedule"),
    path("schedule/<int:year>/<int:month_number>/poster.pdf", poster.poster, name="schedule_poster"),
    path("schedule/reception.ics", feed.calendar, name="schedule_calendar"),
    path("schedule/reception.json", feed.data, name="schedule_data"),
    path("schedule/widget/", widget.widget, name="schedule_widget"),
    *press,
    path("act/", act.act, name="act"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("privacy/", pages.privacy, name="privacy"),
    path("help/", pages.help_page, name="help"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/receptions.csv", statistics.as_csv, name="statistics_csv"),
    path("statistics/receptions.json", statistics.as_json, name="statistics_json"),
    *board,
    *kiosk,
    path("view/<slug:value>/", view.view, name="view"),
    path("request/", steps.start, name="request"),
    path("request/begin/", steps.begin, name="request_begin"),
    path("request/fill-in/", signing.fill_in, name="request_fill_in"),
    path("request/check/", check.check, name="request_check"),
    path("request/done/", done.done, name="request_done"),
    path("request/done/talon/", done.paper, name="request_paper"),
    path("request/done/finish/", done.finish, name="request_finish"),
    path("request/<slug:name>/", steps.step, name="request_step"),
    path("track/", find.find, name="track"),
    path("track/appeal/", appeal.appeal, name="track_appeal"),
    path("track/appeal/withdraw/", withdraw.withdraw, name="track_withdraw"),
    path("track/appeal/letters/", letters.letters, name="track_letters"),
    path("track/appeal/another-time/", hour.another, name="track_another"),
    path("track/appeal/release/", hour.release, name="track_release"),
    path("track/appeal/hour/<slug:name>/", hour.act, name="track_hour"),
    path("track/leave/", find.leave, name="track_leave"),
    *surveys.public_urlpatterns,
    *consideration.public_urlpatterns,
    *control.public_urlpatterns,
    *screening.public_urlpatterns,
    *video.urlpatterns,
    path("verify/", verify.verify, name="verify"),
    path("verify/<slug:code>/", verify.paper, name="verify_paper"),
]
