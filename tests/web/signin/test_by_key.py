"""Signing in with a key where nobody verifies signatures."""

from django.test import Client

from qabyldau.people.models import User
from tests.web.signin.conftest import words


def test_where_nothing_is_connected_there_is_no_button(aizhan: User) -> None:
    page = Client().get("/ru/account/login/")

    assert "не подключён" in words(page)
    assert "login/key" not in page.content.decode()
    assert Client().get("/ru/account/login/key/").status_code == 404
    assert aizhan.pk
