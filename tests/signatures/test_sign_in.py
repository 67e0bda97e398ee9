"""Signing in with a key: once, by its owner, and what the second step has to do with it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qabyldau.journal.models import Entry
from qabyldau.people import accounts
from qabyldau.people.models import User
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.signature import Usage
from qabyldau.signatures import verifying
from tests.signatures.authority import IIN, OTHER_IIN, Authority, Owner, b64, sign_cms
from tests.signatures.conftest import to_sign
from tests.web.signin.conftest import code, entered, is_in, set_up, words

WAY = "/ru/account/login/key/"
pytestmark = pytest.mark.usefixtures("connected", "known")


@pytest.fixture
def mine(authority: Authority) -> Owner:
    return authority.person(usage=Usage.AUTH)


def bring(client: Client, owner: Owner, data: bytes | None = None) -> Any:  # noqa: ANN401
    data = data or to_sign(client.get(WAY))
    return client.post(WAY, {"signature": b64(sign_cms(owner, data, attached=True))})


def test_the_owner_of_a_known_iin_is_let_in(known: User, mine: Owner) -> None:
    client = Client()

    answer = bring(client, mine)

    assert (answer.status_code, answer["Location"]) == (302, "/ru/staff/")
    assert is_in(client)
    entry = Entry.objects.get(action="sign_in")
    assert (entry.object, entry.facts["by"]) == (f"user:{known.pk}", ["key"])
    assert entry.facts["serial"] == f"{mine.certificate.serial_number:x}"
    assert IIN not in str(entry.facts)


def test_a_file_made_elsewhere_does_as_well(mine: Owner) -> None:
    client = Client()
    client.get(WAY)
    saved = client.post(WAY, {"text_to_sign": "1"})
    assert saved["Content-Disposition"].startswith("attachment")

    file = SimpleUploadedFile("text.p7s", sign_cms(mine, saved.content))
    answer = client.post(WAY, {"signature": "", "signature_file": file})

    assert answer.status_code == 302
    assert is_in(client)


@pytest.mark.parametrize("owner", ["stranger", "forged", "revoked", "to sign papers", "other data"])
def test_who_is_not_known_or_not_believed_stays_out(owner: str, authority: Authority, mine: Owner) -> None:
    owners = {
        "stranger": (authority.person(OTHER_IIN, Usage.AUTH), "никому из тех, кто здесь входит"),
        "forged": (
            Authority(seed="forged").person(usage=Usage.AUTH),
            "не Национальным удостоверяющим центром",
        ),
        "revoked": (authority.revoke(authority.person(usage=Usage.AUTH)), "отозван"),
        "to sign papers": (authority.person(), "для другого"),
        "other data": (mine, "старая страница"),
    }
    who, sentence = owners[owner]
    client = Client()

    answer = bring(client, who, b"something else" if client.get(WAY) and owner == "other data" else None)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not is_in(client)


def test_a_challenge_is_good_once_here_and_for_five_minutes(
    mine: Owner, clock: time_machine.Traveller
) -> None:
    first, second = Client(), Client()
    data = to_sign(first.get(WAY))
    second.get(WAY)
    assert "старая страница" in words(bring(second, mine, data))
    assert bring(first, mine, data).status_code == 302
    assert "уже использован" in words(bring(first, mine, data))

    late = Client()
    data = to_sign(late.get(WAY))
    clock.shift(timedelta(minutes=5, seconds=1))
    assert "уже использован" in words(bring(late, mine, data))
    assert not is_in(late)


def test_a_key_does_not_stand_for_the_second_step(
    known: User, mine: Owner, clock: time_machine.Traveller
) -> None:
    secret, _ = set_up(entered(known.username))
    clock.shift(timedelta(minutes=6))
    client = Client()

    answer = bring(client, mine)

    assert answer["Location"].startswith("/ru/account/login/code/")
    assert not is_in(client)
    client.post("/ru/account/login/code/", {"code": code(secret)})
    assert is_in(client)
    assert Entry.objects.filter(action="sign_in").latest("seq").facts["by"] == ["key", "mfa"]


def test_a_blocked_person_stays_out(known: User, mine: Owner) -> None:
    User.objects.filter(pk=known.pk).update(is_active=False)
    client = Client()

    assert bring(client, mine).status_code == 422
    assert not is_in(client)


def test_thirty_failures_close_the_address_for_keys_too(authority: Authority) -> None:
    stranger, client = authority.person(OTHER_IIN, Usage.AUTH), Client()
    for _ in range(30):
        bring(client, stranger)

    assert client.get(WAY).status_code == 429


def test_a_verifier_that_is_down_says_so(mine: Owner) -> None:
    class Down:
        def verify(self, *_: object) -> None:
            raise TemporaryFailureError("http_503")

    client = Client()
    data = to_sign(client.get(WAY))
    verifying.connect(Down)  # type: ignore[arg-type]  # nothing else of it is asked

    assert "сейчас не отвечает" in words(bring(client, mine, data))


def test_only_this_page_may_speak_to_ncalayer() -> None:
    signing, other = Client().get(WAY), Client().get("/ru/account/login/")

    assert "wss://127.0.0.1:13579" in signing["Content-Security-Policy"]
    assert "13579" not in other["Content-Security-Policy"]
    assert WAY in other.content.decode()


def test_one_iin_is_one_persons(known: User) -> None:
    assert accounts.by_iin(IIN) == known
    assert accounts.by_iin(OTHER_IIN) is None
    assert accounts.by_iin("") is None
    assert IIN not in str(User.objects.filter(pk=known.pk).values())
    assert accounts.iin_of(known) == IIN
