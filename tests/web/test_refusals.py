"""Whatever an act refuses is a page in the person's language: right status, a way back, no word of ours."""

from collections.abc import Callable
from datetime import date

import pydantic
import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django.fixtures import Settings

from qabyldau.acts import UnknownActError
from qabyldau.acts.inputs import SendBackInput
from qabyldau.config import urls
from qabyldau.people.actor import PermissionDeniedError
from qabyldau.people.roles import Right
from qabyldau.registry.errors import AskedDifferentlyError, FileRefusedError, StaleError
from qabyldau.regulation.calendar import CalendarUnknownError
from qabyldau.regulation.editions import NoLawError, by_code
from qabyldau.regulation.norms.deadlines import ExtensionCap
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule.actions import DayError, SlotTakenError
from qabyldau.web.access import TABLE, Door
from tests.flow.conftest import office  # noqa: F401  a situation

CAP = by_code("zko-289@2023").cite(ExtensionCap)


def _invalid() -> Exception:
    try:
        SendBackInput.model_validate({})
    except pydantic.ValidationError as invalid:
        return invalid
    raise AssertionError


RAISED: dict[str, tuple[Exception, int, str, str]] = {
    "law": (
        UnlawfulError("extension_too_long", CAP, limit=date(2026, 5, 2)),
        409,
        "Последний возможный день: 2 мая 2026 г.",
        "Ең соңғы күн: 2026 жылғы 2 мамыр",
    ),
    "right": (PermissionDeniedError(Right.DECIDE), 403, "нет права", "құқығыңыз жоқ"),
    "stale": (StaleError("X"), 409, "обращение изменилось", "жолданым өзгерді"),
    "slot": (SlotTakenError(1), 409, "только что заняли", "жаңа ғана бос емес"),
    "asked": (AskedDifferentlyError("k"), 422, "с другим содержанием", "басқа мазмұнмен"),
    "file": (FileRefusedError("empty"), 422, "Файл пустой.", "Файл бос."),
    "day": (DayError("past"), 409, "Этот день уже прошёл.", "Бұл күн өтіп кеткен."),
    "calendar": (CalendarUnknownError(2031), 409, "нет рабочего календаря", "жұмыс күнтізбесі жоқ"),
    "no_law": (NoLawError("x"), 409, "ни одна редакция", "ешбір редакциясы"),
    "unknown_act": (UnknownActError("x"), 404, "Такой страницы нет", "Мұндай бет жоқ"),
    "gone": (ObjectDoesNotExist(), 422, "больше нет", "енді жоқ"),
    "invalid": (_invalid(), 422, "Форма заполнена неверно", "Нысан қате толтырылған"),
    "locked": (OperationalError("database is locked"), 503, "временно недоступен", "уақытша"),
    "lost": (InterfaceError("gone"), 503, "временно недоступен", "уақытша"),
    "broken": (
        ZeroDivisionError("secret detail"),
        500,
        "У нас произошла ошибка",
        "Біздің тарапта ақау шықты",
    ),
}


def _raises(name: str) -> Callable[[HttpRequest], HttpResponse]:
    def view(_request: HttpRequest) -> HttpResponse:
        raise RAISED[name][0]

    return view


handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
urlpatterns = [
    *(
        path(f"{language}/raise/{name}/", _raises(name), name=name)
        for language in ("kk", "ru")
        for name in RAISED
    ),
    *urls.urlpatterns,
]


@pytest.fixture
def raising(settings: Settings, monkeypatch: pytest.MonkeyPatch, office: object) -> Client:  # noqa: ARG001, F811
    settings.ROOT_URLCONF = __name__
    for name in RAISED:
        monkeypatch.setitem(TABLE, name, Door.PERSONAL)
    return Client(raise_request_exception=False)


@pytest.mark.parametrize("name", RAISED)
def test_each_refusal_is_a_page_in_both_languages(name: str, raising: Client) -> None:
    raised, status, ru, kk = RAISED[name]

    answers = {language: raising.post(f"/{language}/raise/{name}/") for language in ("ru", "kk")}

    assert {answer.status_code for answer in answers.values()} == {status}
    for language, sentence in {"ru": ru, "kk": kk}.items():
        page = answers[language].content.decode()
        assert sentence in page
        assert f'lang="{language}"' in page
        assert type(raised).__name__ not in page
        assert "secret detail" not in page


def test_the_law_is_named_with_a_link_to_its_clause(raising: Client) -> None:
    page = raising.post("/ru/raise/law/").content.decode()

    assert f'href="/ru/act/#{CAP.anchor}"' in page


@pytest.mark.parametrize(
    ("referer", "back"),
    [
        ("http://testserver/ru/staff/days/", "http://testserver/ru/staff/days/"),
        ("http://evil.example/", "/ru/raise/stale/"),
        ("javascript:alert(1)", "/ru/raise/stale/"),
        ("", "/ru/raise/stale/"),
    ],
)
def test_the_way_back_stays_within_the_site(referer: str, back: str, raising: Client) -> None:
    page = raising.post("/ru/raise/stale/", headers={"referer": referer}).content.decode()

    assert f'<a class="button" href="{back}">' in page


@pytest.mark.parametrize("name", ["locked", "lost"])
def test_a_busy_database_says_when_to_come_again(name: str, raising: Client) -> None:
    assert raising.post(f"/ru/raise/{name}/")["Retry-After"] == "30"
