"""What citizens and programs see of the schedule: page as it hung, poster, calendar, JSON, frame, memory."""

from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
import vobject
from django.core.cache import caches
from django.test import Client
from pypdf import PdfReader

from qabyldau.documents.poster import PostedDay, PostedOfficial, PosterFacts, Size, poster_pdf
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office, Official
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import Publication
from qabyldau.regulation.words import Words
from qabyldau.schedule import actions as schedule
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY
from tests.flow.posting import plan, post_month, posted

SCHEDULE = "/ru/schedule/"
MEMORY = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "posted"},
}


def text(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.mark.clause("7")
def test_p7_the_poster_shows_both_languages_with_and_without_a_patronymic(
    office: Office, akim: Official, deputy: Official, clerk: Actor, site: Client
) -> None:
    schedule.plan_day(office, plan(deputy, date(2026, 3, 26)), by=clerk, at=MONDAY)
    posted(office, plan(akim), by=clerk, at=MONDAY)

    answer = site.get("/ru/schedule/2026/3/poster.pdf")

    assert answer["Content-Type"] == "application/pdf"
    page = " ".join(text(answer.content).split())
    for words in ("Жеке қабылдау кестесі", "График личного приёма", "19 наурыз", "26 марта", "15:00–16:00"):
        assert words in page
    for one in (akim, deputy):
        for name in (one.name_kk, one.name_ru):
            assert all(part in page for part in name.split())


@pytest.mark.parametrize(("size", "width"), [(Size.A4, 842), (Size.A3, 1191)])
def test_the_poster_comes_in_two_sizes(size: Size, width: int) -> None:
    one = Words(kk="бір", ru="один")
    day = PostedDay(date(2026, 3, 19), time(15), time(16), one, video=True, interpreter="English")
    facts = PosterFacts(
        office=one,
        address=one,
        phone="+7 700 000 00 00",
        month=date(2026, 3, 1),
        officials=(PostedOfficial(one, one, (day,)),),
        approved=None,
        version=2,
        posted_on=date(2026, 3, 2),
        citation=governing("zko", date(2026, 3, 1)).edition.cite(Publication),
        url="https://example.org/ru/schedule/",
    )

    pages = PdfReader(BytesIO(poster_pdf(facts, size))).pages

    assert [round(float(page.mediabox.width)) for page in pages] == [width]


@pytest.mark.parametrize("address", ["2026/4/poster.pdf", "2026/13/poster.pdf", "0/3/poster.pdf"])
def test_there_is_no_poster_of_what_was_not_posted(address: str, day: ReceptionDay, site: Client) -> None:
    assert site.get(f"{SCHEDULE}{address}").status_code == 404
    assert day.published_at


@pytest.mark.clause("7")
@pytest.mark.parametrize(
    ("address", "day_words"),
    [
        ("", "19 марта 2026"),
        ("reception.ics", "20260319T"),
        ("reception.json", "2026-03-19"),
        ("widget/", "19 марта 2026"),
    ],
)
def test_p7_only_what_is_posted_is_seen(
    address: str, day_words: str, office: Office, akim: Official, clerk: Actor, site: Client
) -> None:
    schedule.plan_day(office, plan(akim), by=clerk, at=MONDAY)
    assert day_words not in site.get(f"{SCHEDULE}{address}").content.decode()

    post_month(office, date(2026, 3, 1), by=clerk, at=MONDAY)

    assert day_words in site.get(f"{SCHEDULE}{address}").content.decode()


def test_people_s_own_programs_open_the_calendar(day: ReceptionDay, site: Client) -> None:
    answer = site.get("/kk/schedule/reception.ics")

    feed: Any = vobject.readOne(answer.content.decode())
    assert feed.vevent.dtstart.value == MONDAY.replace(month=3, day=19, hour=15)
    assert feed.vevent.dtend.value == MONDAY.replace(month=3, day=19, hour=16)
    assert day.official.name_kk in feed.vevent.summary.value
    assert feed.vevent.location.value == day.place_kk


def test_programs_read_the_days_as_json(day: ReceptionDay, site: Client) -> None:
    (row,) = site.get(f"{SCHEDULE}reception.json").json()["days"]

    assert (row["on"], row["opens"], row["closes"]) == ("2026-03-19", "15:00", "16:00")
    assert row["official"]["name"]["kk"] == day.official.name_kk


def test_only_named_sites_may_frame_the_widget(day: ReceptionDay, site: Client, settings: Any) -> None:  # noqa: ANN401
    plain = site.get(f"{SCHEDULE}widget/")
    assert plain["X-Frame-Options"] == "DENY"

    settings.WIDGET_HOSTS = ["https://akimat.example"]
    framed = site.get(f"{SCHEDULE}widget/")

    assert "frame-ancestors https://akimat.example" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    assert "<script" not in framed.content.decode()
    assert site.get(SCHEDULE)["X-Frame-Options"] == "DENY"
    assert day.published_at


@pytest.mark.clause("7")
def test_p7_the_page_shows_what_hung_on_an_earlier_day(
    office: Office, akim: Official, clerk: Actor, site: Client
) -> None:
    posted(office, plan(akim), by=clerk, at=MONDAY.replace(month=2, day=27))

    assert "19 марта 2026" in site.get(f"{SCHEDULE}?on=2026-02-28").content.decode()
    assert "19 марта 2026" not in site.get(f"{SCHEDULE}?on=2026-02-26").content.decode()
    assert site.get(f"{SCHEDULE}?on=вчера").status_code == 200


def test_a_page_is_made_once_and_anew_when_the_schedule_changes(
    office: Office,
    akim: Official,
    clerk: Actor,
    site: Client,
    settings: Any,  # noqa: ANN401
) -> None:
    settings.CACHES = MEMORY
    caches["pages"].clear()
    day = posted(office, plan(akim), by=clerk, at=MONDAY)
    first = site.get(SCHEDULE)
    again = site.get(SCHEDULE, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert "max-age" in first["Cache-Control"]

    schedule.remove_day(day.pk, by=clerk, at=MONDAY)
    post_month(office, date(2026, 3, 1), by=clerk, at=MONDAY)

    after = site.get(SCHEDULE, headers={"If-None-Match": first["ETag"]})
    assert after.status_code == 200
    assert akim.name_ru not in after.content.decode().partition("<table")[2]
