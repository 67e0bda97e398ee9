"""A request signed by the applicant: never obligatory, filled in from the certificate, kept with it."""

import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from pypdf import PdfReader

from qabyldau.journal.models import Entry
from qabyldau.registry.models import Appeal
from qabyldau.signatures.models import Signature
from tests.signatures.authority import BIN, IIN, OTHER_IIN, Authority, Owner, b64, sign_cms
from tests.signatures.conftest import to_sign
from tests.web.public.conftest import *  # noqa: F403  a citizen before the site
from tests.web.public.conftest import Walk, draft_key, words

CHECK, FILL = "/ru/request/check/", "/ru/request/fill-in/"
COMPANY = {
    "applicant": {"kind": "company"},
    "person": {
        "bin": BIN,
        "company": "ТОО «Үлгі»",
        "representative": "Тестов Үлгі Үлгіұлы",
        "authority": "приказ № 1",
        "authority_until": "",
    },
}


@pytest.fixture
def clock(now: time_machine.Traveller) -> time_machine.Traveller:
    return now


@pytest.fixture
def authority() -> Authority:
    return Authority()


def asked(site: Client) -> Any:  # noqa: ANN401  the test client's response
    return site.post(CHECK, {"key": draft_key(site), "consent": "on", "sign": "1"})


def sent(site: Client, owner: Owner, data: bytes | None = None) -> Any:  # noqa: ANN401
    signature = b64(sign_cms(owner, data or to_sign(asked(site))))
    return site.post(CHECK, {"key": draft_key(site), "consent": "on", "signature": signature})


@pytest.mark.usefixtures("connected")
def test_a_signed_request_is_kept_with_its_signature_and_the_talon_says_so(
    site: Client, walk: Walk, authority: Authority
) -> None:
    walk()
    text = to_sign(asked(site)).decode()
    assert "Үлгіова Ақмарал Тестқызы" in text
    assert IIN in text
    assert not Appeal.objects.exists()

    answer = sent(site, authority.person())

    assert answer.headers["Location"] == "/ru/request/done/"
    appeal, row = Appeal.objects.get(), Signature.objects.get()
    assert (row.about, row.paper, row.by_user) == (appeal.key, "statement", None)
    assert "электронной цифровой подписью" in words(site.get("/ru/request/done/"))
    paper = PdfReader(io.BytesIO(site.get("/ru/request/done/talon/").content)).pages[0].extract_text()
    assert "ТЕСТОВ ҮЛГІ ҮЛГІҰЛЫ" in paper
    assert IIN not in str(list(Entry.objects.values()))


@pytest.mark.usefixtures("connected")
def test_nobody_has_to_sign(site: Client, walk: Walk) -> None:
    walk()
    site.post(CHECK, {"key": draft_key(site), "consent": "on"})

    assert Appeal.objects.count() == 1
    assert not Signature.objects.exists()
    assert "цифровой" not in words(site.get("/ru/request/done/"))


@pytest.mark.usefixtures("connected")
def test_a_company_signs_with_its_own_key(site: Client, walk: Walk, authority: Authority) -> None:
    walk(**COMPANY)
    assert "не той организации" in words(sent(site, authority.person()))
    assert not Appeal.objects.exists()

    sent(site, authority.person(bin=BIN))

    assert Appeal.objects.get().applicant_name == "ТОО «Үлгі»"
    assert Signature.objects.get().organisation == "ТОО «Үлгі»"


@pytest.mark.usefixtures("connected")
@pytest.mark.parametrize(
    ("owner", "sentence"),
    [("another", "не того человека"), ("forged", "не Национальным"), ("other words", "другой текст")],
)
def test_a_wrong_signature_sends_nothing_and_loses_nothing(
    owner: str, sentence: str, site: Client, walk: Walk, authority: Authority
) -> None:
    owners = {
        "another": authority.person(OTHER_IIN),
        "forged": Authority(seed="forged").person(),
        "other words": authority.person(),
    }
    walk()

    answer = sent(site, owners[owner], b"x" if owner == "other words" else None)

    assert answer.status_code == 422
    assert sentence in words(answer)
    assert not Appeal.objects.exists()
    assert site.get(CHECK).status_code == 200


@pytest.mark.usefixtures("connected")
def test_a_signed_request_sent_twice_is_one(site: Client, walk: Walk, authority: Authority) -> None:
    walk()
    form = {
        "key": draft_key(site),
        "consent": "on",
        "signature": b64(sign_cms(authority.person(), to_sign(asked(site)))),
    }

    places = {site.post(CHECK, form).headers["Location"] for _ in range(2)}

    assert places == {"/ru/request/done/"}
    assert Appeal.objects.count() == Signature.objects.count() == 1


def fill(site: Client, owner: Owner, data: bytes | None = None) -> Any:  # noqa: ANN401
    data = data or to_sign(site.get(FILL))
    return site.post(FILL, {"signature": b64(sign_cms(owner, data, attached=True))}, follow=True)


@pytest.mark.usefixtures("connected")
def test_a_certificate_fills_in_a_person(site: Client, authority: Authority) -> None:
    site.post("/ru/request/begin/")

    page = words(fill(site, authority.person()))

    assert f'value="{IIN}"' in page
    assert 'value="Тестов Үлгі Үлгіұлы"' in page


@pytest.mark.usefixtures("connected")
def test_a_certificate_fills_in_a_company_and_the_authority(site: Client, authority: Authority) -> None:
    site.post("/ru/request/begin/")

    page = words(fill(site, authority.person(bin=BIN)))

    assert f'value="{BIN}"' in page
    assert 'value="Тестов Үлгі Үлгіұлы"' in page
    assert "первый руководитель по сертификату" in page


@pytest.mark.usefixtures("connected")
def test_the_same_signature_fills_in_nothing_twice(site: Client, authority: Authority) -> None:
    site.post("/ru/request/begin/")
    data = to_sign(site.get(FILL))
    fill(site, authority.person(), data)

    assert "уже использована" in words(fill(site, authority.person(), data))


def test_where_nothing_is_connected_there_is_no_button(site: Client, walk: Walk) -> None:
    walk()

    assert "ЭЦП" not in words(site.get(CHECK))
    assert site.get(FILL).status_code == 404
    assert "13579" not in site.get(CHECK).headers["Content-Security-Policy"]
