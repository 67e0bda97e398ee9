"""The access table names every address and nothing else; what it does not name is closed."""

from django.http import HttpRequest, HttpResponse
from django.urls import path
from pytest_django.fixtures import Settings

from qabyldau.config import urls
from qabyldau.people.models import User
from qabyldau.people.roles import RIGHTS, Role
from qabyldau.web.access import SETTING_UP, TABLE, Door, admits
from tests.web.access import oracle
from tests.web.access.conftest import People, browser, routes


def forgotten(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("open to everybody")


handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
urlpatterns = [path("forgotten/", forgotten, name="forgotten"), *urls.urlpatterns]


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    assert set(routes()) == set(TABLE)


def test_the_oracle_speaks_of_the_same_addresses() -> None:
    assert set(oracle.ROUTES) == set(TABLE)


def test_an_address_without_a_row_is_closed_to_everybody(settings: Settings, everybody: People) -> None:
    settings.ROOT_URLCONF = __name__

    people: list[User | None] = [None, *everybody.values()]
    assert {browser(one).get("/forgotten/").status_code for one in people} == {403}


def test_rows_of_the_setting_up_exist() -> None:
    assert TABLE.keys() >= SETTING_UP


def test_every_right_is_somebodys_and_every_role_stands_in_the_oracle() -> None:
    assert all(RIGHTS.values())
    assert set(oracle.LETTERS.values()) == set(Role)


def test_rows_of_rights_ask_for_at_least_one() -> None:
    assert all(isinstance(row, Door) or row for row in TABLE.values())


def test_no_role_is_admitted_by_nothing(actors: dict[Role, object]) -> None:
    assert not any(admits(frozenset(), actor) for actor in actors.values())  # type: ignore[arg-type]
