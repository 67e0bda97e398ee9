"""Addresses of the workplace, all under /kk/staff/ or /ru/staff/."""

from django.urls import path

from qabyldau.web.bodies import urls as bodies
from qabyldau.web.calls import urls as calls
from qabyldau.web.consideration import urls as consideration
from qabyldau.web.consulting import urls as consulting
from qabyldau.web.control import urls as control
from qabyldau.web.delivery import urls as delivery
from qabyldau.web.desk import urls as desk
from qabyldau.web.materials import urls as materials
from qabyldau.web.minutes import urls as minutes
from qabyldau.web.papers import urls as papers
from qabyldau.web.participation import urls as participation
from qabyldau.web.planning import urls as planning
from qabyldau.web.press import urls as press
from qabyldau.web.recordings import urls as recordings
from qabyldau.web.replanning import urls as replanning
from qabyldau.web.reporting import urls as reporting
from qabyldau.web.room import urls as room
from qabyldau.web.screening import urls as screening
from qabyldau.web.settings import urls as settings
from qabyldau.web.signing import urls as signing
from qabyldau.web.staff import exchange, home, letters, numbers, search
from qabyldau.web.staff.acts.page import FORMS, page_of
from qabyldau.web.staff.admin import accounts, calendar, hours, journal, officials, people
from qabyldau.web.staff.appeal import add_files, file
from qabyldau.web.staff.appeal import page as appeal
from qabyldau.web.staff.days import day, plan
from qabyldau.web.staff.days import list as days
from qabyldau.web.staff.register import page as register
from qabyldau.web.staff.register import talon
from qabyldau.web.surveys import urls as surveys
from qabyldau.web.today import urls as asked_today

app_name = "staff"

urlpatterns = [
    path("", home.home, name="home"),
    path("decisions/", home.decisions, name="decisions"),
    path("search/", search.search, name="search"),
    path("numbers/", numbers.numbers, name="numbers"),
    path("exchange/", exchange.exchange_page, name="exchange"),
    path("exchange/report.csv", exchange.report, name="exchange_report"),
    path("exchange/<int:mismatch_id>/decide/", exchange.decide, name="exchange_decide"),
    path("exchange/appeals/<int:appeal_id>/send/", exchange.send, name="exchange_send"),
    *delivery.urlpatterns,
    path("letters/", letters.letters, name="letters"),
    path("letters/<int:message_id>/", letters.letter, name="letters_letter"),
    path("letters/<int:message_id>/paper/", letters.letter_paper, name="letters_paper"),
    path("register/", register.choose, name="register"),
    path("register/<slug:channel>/", register.register, name="register_form"),
    path("appeals/<int:appeal_id>/talon/", talon.talon, name="register_talon"),
    path("appeals/<int:appeal_id>/talon/paper/", talon.paper, name="register_talon_paper"),
    path("appeals/<int:appeal_id>/protocol/", talon.protocol, name="register_protocol"),
    path("appeals/<int:appeal_id>/", appeal.appeal, name="appeal"),
    path("appeals/<int:appeal_id>/files/", add_files.add_files, name="appeal_add_files"),
    path("appeals/<int:appeal_id>/files/<int:file_id>/", file.file, name="appeal_file"),
    *(path(f"appeals/<int:appeal_id>/{name}/", page_of(name), name=f"act_{name}") for name in FORMS),
    *consideration.urlpatterns,
    *materials.urlpatterns,
    *control.urlpatterns,
    *desk.urlpatterns,
    *room.urlpatterns,
    *minutes.urlpatterns,
    *consulting.urlpatterns,
    *press.urlpatterns,
    path("days/", days.days, name="days"),
    path("days/plan/", plan.plan, name="days_plan"),
    *planning.urlpatterns,
    *asked_today.urlpatterns,
    path("days/<int:day_id>/", day.day, name="days_day"),
    path("days/<int:day_id>/publish/", day.publish, name="days_publish"),
    path("days/<int:day_id>/list/", day.send_list, name="days_send_list"),
    path("days/<int:day_id>/distribute/", day.distribute, name="days_distribute"),
    path("people/", people.people_page, name="people"),
    path("people/new/", accounts.open_account, name="people_open"),
    path("people/<int:user_id>/", accounts.account, name="people_account"),
    path("people/roles/<int:grant_id>/end/", people.end_role, name="people_end_role"),
    path("officials/", officials.officials, name="officials"),
    path("officials/<int:official_id>/end/", officials.end_authority, name="officials_end"),
    *bodies.urlpatterns,
    *recordings.urlpatterns,
    *calls.urlpatterns,
    *surveys.urlpatterns,
    *participation.urlpatterns,
    *replanning.urlpatterns,
    path("hours/", hours.hours, name="hours"),
    *settings.urlpatterns,
    *signing.urlpatterns,
    path("calendar/", calendar.calendar, name="calendar"),
    *papers.urlpatterns,
    path("journal/", journal.journal_page, name="journal"),
    *screening.urlpatterns,
    *reporting.urlpatterns,
]
