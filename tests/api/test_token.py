"""`qabyldau token USERNAME`: a bearer token, shown once, that opens what its owner may open."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from qabyldau.people.actions import grant
from qabyldau.people.models import Office, Token, User
from qabyldau.people.roles import Role
from tests.api.conftest import SINCE, Traveller, calls


def token(*words: str) -> str:
    said = StringIO()
    call_command("token", *words, stdout=said)
    return said.getvalue().strip()


@pytest.fixture
def clerk_user(office: Office) -> User:
    user = User.objects.create(username="clerk")
    grant(user, office.pk, Role.CLERK, since=SINCE, position_kk="маман", position_ru="специалист")
    return user


def test_a_token_opens_the_api_and_only_its_hash_is_kept(clerk_user: User) -> None:
    secret = token("clerk")

    assert calls(secret)("get", "/appeals").status_code == 200
    kept = Token.objects.get(user=clerk_user)
    assert secret not in vars(kept).values()


def test_a_token_lives_as_many_days_as_asked_for(clerk_user: User, now: Traveller) -> None:
    secret = token("clerk", "--days", "2")
    now.shift(timedelta(days=1))
    assert calls(secret)("get", "/appeals").status_code == 200

    now.shift(timedelta(days=1))

    assert calls(secret)("get", "/appeals").status_code == 401
    assert clerk_user.is_active


@pytest.mark.usefixtures("clerk_user")
def test_what_cannot_be_asked_says_why() -> None:
    with pytest.raises(CommandError, match="no user nobody"):
        token("nobody")
    with pytest.raises(CommandError, match="from 1 to 365 days"):
        token("clerk", "--days", "0")
