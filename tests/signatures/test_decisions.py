"""Decisions under a signature: by the head's own key, over this very decision, provable at any later day."""

import io
import re
import zipfile
from html import unescape
from typing import Any

import pytest
from django.test import Client

from qabyldau.acts import signed as decisions
from qabyldau.gateways.signature.local import LocalVerifier
from qabyldau.journal.models import Entry
from qabyldau.people import accounts, settings
from qabyldau.people.actor import Actor
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from qabyldau.ports.signature import Usage, Wanted
from qabyldau.registry.models import Appeal
from qabyldau.review.models import Decision
from qabyldau.schedule.models import ReceptionDay
from qabyldau.signatures import verifying
from qabyldau.signatures.models import Signature
from tests.signatures.authority import IIN, OTHER_IIN, Authority, Owner, b64, sign_cms
from tests.signatures.conftest import to_sign
from tests.web.access.conftest import browser
from tests.web.signin.conftest import words

HEAD = "head_of_office"
MOTIVE = "Не хватает сметы."


@pytest.fixture
def headed(connected: LocalVerifier, employ: Any) -> User:  # noqa: ANN401, ARG001  signatures are verified
    """The head, whose ИИН stands in the books."""
    user: User = employ(HEAD, Role.HEAD_OF_OFFICE)
    accounts.set_iin(user, IIN)
    return user


@pytest.fixture
def head_browser(headed: User) -> Client:
    return browser(headed)


@pytest.fixture
def key(authority: Authority) -> Owner:
    return authority.person()


def way(appeal: Appeal) -> str:
    return f"/ru/staff/appeals/{appeal.pk}/send_back/"


def fields(answer: Any) -> dict[str, str]:  # noqa: ANN401  the test client's response
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.content.decode())
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def begun(client: Client, appeal: Appeal, motive: str = MOTIVE) -> Any:  # noqa: ANN401
    """The form of the decision, filled in and sent to be signed."""
    typed = fields(client.get(way(appeal)))
    return client.post(way(appeal), {**typed, "motive": motive, "sign": "1"})


def signed(client: Client, appeal: Appeal, owner: Owner, data: bytes | None = None) -> Any:  # noqa: ANN401
    page = begun(client, appeal)
    signature = b64(sign_cms(owner, data or to_sign(page)))
    return client.post(way(appeal), {**fields(page), "signature": signature}, follow=True)


def test_the_words_of_the_decision_are_signed_and_kept(
    on_decision: Appeal, head_browser: Client, key: Owner, headed: User
) -> None:
    data = to_sign(begun(head_browser, on_decision)).decode()
    assert f"Мотивы: {MOTIVE}" in data
    assert on_decision.number in data
    assert "Вернуть справку на доработку" in data
    assert not Decision.objects.exists()

    answer = signed(head_browser, on_decision, key)

    assert Decision.objects.get().motive == MOTIVE
    row = Signature.objects.get()
    assert (row.about, row.paper, row.by_user) == (on_decision.key, "decision", headed)
    assert row.signer_name == "ТЕСТОВ ҮЛГІ ҮЛГІҰЛЫ"
    assert Entry.objects.filter(action="sign", object=on_decision.key).get().facts["digest"] == row.digest
    assert "Электронные цифровые подписи" in words(answer)
    assert MOTIVE not in row.sealed_data
    assert IIN not in str(Signature.objects.values())


def test_the_signature_is_verified_again_and_taken_away(
    on_decision: Appeal, head_browser: Client, key: Owner, authority: Authority
) -> None:
    signed(head_browser, on_decision, key)
    row = Signature.objects.get()
    place = f"/ru/staff/appeals/{on_decision.pk}/signatures/{row.pk}"

    assert "Подпись верна" in words(head_browser.post(f"{place}/look/", follow=True))
    authority.revoke(key)
    assert "отозван" in words(head_browser.post(f"{place}/look/", follow=True))
    archive = zipfile.ZipFile(io.BytesIO(head_browser.post(f"{place}/take/").content))

    assert sorted(archive.namelist()) == ["text.txt", "text.txt.p7s"]
    assert MOTIVE in archive.read("text.txt").decode()
    authority.revoked.clear()
    wanted = Wanted(archive.read("text.txt"), Usage.SIGN, row.at)
    assert verifying.verifier().verify(archive.read("text.txt.p7s"), wanted).signer.iin == IIN
    assert Entry.objects.filter(action="export_signature").exists()


@pytest.mark.parametrize(
    ("owner", "sentence"),
    [
        ("another", "Это ключ другого человека"),
        ("other words", "другой текст"),
        ("forged", "не Национальным"),
        ("to sign in", "Этот ключ для другого"),
    ],
)
def test_a_wrong_signature_decides_nothing(
    owner: str, sentence: str, on_decision: Appeal, head_browser: Client, authority: Authority, key: Owner
) -> None:
    owners = {
        "another": authority.person(OTHER_IIN),
        "other words": key,
        "forged": Authority(seed="forged").person(),
        "to sign in": authority.person(usage=Usage.AUTH),
    }
    data = "Шешім: басқа".encode() if owner == "other words" else None

    answer = signed(head_browser, on_decision, owners[owner], data)

    assert sentence in words(answer)
    assert not Decision.objects.exists()
    assert not Signature.objects.exists()


def test_an_office_may_decide_only_under_signatures(
    on_decision: Appeal, head_browser: Client, key: Owner
) -> None:
    settings.put(on_decision.office_id, {"decisions_signed": True})
    typed = {**fields(head_browser.get(way(on_decision))), "motive": MOTIVE}

    page = head_browser.post(way(on_decision), typed)

    assert "Пока ничего не решено" in words(page)
    assert not Decision.objects.exists()
    signature = b64(sign_cms(key, to_sign(page)))
    head_browser.post(way(on_decision), {**fields(page), "signature": signature})
    assert Decision.objects.count() == Signature.objects.count() == 1


def test_a_decision_signed_once_and_sent_twice_is_one(
    on_decision: Appeal, head_browser: Client, key: Owner
) -> None:
    page = begun(head_browser, on_decision)
    sent = {**fields(page), "signature": b64(sign_cms(key, to_sign(page)))}

    statuses = {head_browser.post(way(on_decision), sent).status_code for _ in range(2)}

    assert statuses == {302}
    assert Decision.objects.count() == Signature.objects.count() == 1


def test_without_the_iin_nobody_sees_whose_key_it_is(
    on_decision: Appeal, head_browser: Client, key: Owner, headed: User
) -> None:
    accounts.set_iin(headed, "")

    assert "ИИН не внесён" in words(signed(head_browser, on_decision, key))
    assert not Decision.objects.exists()


def test_signing_is_not_asked_for_where_nothing_is_connected(
    on_decision: Appeal, head_browser: Client
) -> None:
    verifying.connect(lambda: None)
    page = head_browser.get(way(on_decision))
    assert "Подписать своим ключом" not in words(page)

    head_browser.post(way(on_decision), {**fields(page), "motive": MOTIVE})
    assert Decision.objects.count() == 1


def test_and_where_it_must_be_the_page_says_why_not(on_decision: Appeal, head_browser: Client) -> None:
    settings.put(on_decision.office_id, {"decisions_signed": True})
    verifying.connect(lambda: None)
    typed = {**fields(head_browser.get(way(on_decision))), "motive": MOTIVE}

    assert "проверять подписи здесь некому" in words(head_browser.post(way(on_decision), typed))
    assert not Decision.objects.exists()


def test_a_decision_is_signed_in_words_that_people_read(on_decision: Appeal, head: Actor) -> None:
    day = ReceptionDay.objects.get()
    given: dict[str, object] = {"day_id": str(day.pk), "mode": "in_person"}

    said = decisions.text("approve", on_decision, given, by=head, once="a1").decode()

    assert f"День приёма: 2026-03-19, Тестов Әкім Үлгіұлы / Тестов Аким Ульгиевич (№ {day.pk})" in said
    assert "Вид: жеке өзі келіп / лично" in said
    assert "Шешім / Решение: Қабылдау / Принять" in said
    other = decisions.text("refuse", on_decision, {"ground": "heard_before"}, by=head, once="a1").decode()
    assert "Основание: бұрын қаралған / рассматривалось ранее" in other
