"""One contract for every way to e-Otinish, against a real register on the loopback; and whom it believes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from qabyldau.gateways.eotinish.envelope import Sender
from qabyldau.gateways.eotinish.manual import ManualEOtinish
from qabyldau.gateways.eotinish.shep import Channel, ShepEOtinish
from qabyldau.gateways.eotinish.simulator import certificates
from qabyldau.gateways.eotinish.simulator.books import Behaviour, BookedEOtinish, Books, Wrong
from qabyldau.gateways.eotinish.simulator.server import Register, server
from qabyldau.ports.delivery import RefusedError, TemporaryFailureError
from qabyldau.ports.eotinish import (
    Applicant,
    Case,
    EOtinish,
    GarbageError,
    Item,
    Paper,
    Pending,
    UnansweredError,
)

AT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
KEY = "zko:ZKO-2026-000001"
WATER = Item("water", "Сумен жабдықтау", "Водоснабжение")
CASE = Case(
    number="ZKO-2026-000001",
    received_at=AT,
    registered_at=AT,
    channel=Item("oral", "ауызша", "устно"),
    language=Item("kk", "Мемлекеттік", "Государственный"),
    topic=WATER,
    applicant=Applicant(Item("citizen", "азамат", "гражданин"), "Үлгіова Ақмарал", "010101300010"),
    people_count=1,
    substance="Су жоқ <b> & «тырнақша» \x0b",
    papers=(Paper("фото.jpg", "image/jpeg", 12, "ab" * 32),),
)


@dataclass
class Far:
    """The other end: its books, its voice, and the address of its port."""

    register: Register
    url: str

    @property
    def behaviour(self) -> Behaviour:
        return self.register.books.behaviour


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("certificates")


@pytest.fixture
def far(folder: Path) -> Iterator[Far]:
    books = Books(Behaviour(), lambda: AT)
    register = Register(books, certificates.register_keys(folder, AT))
    listening = server(register, 0)
    Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield Far(register, f"http://127.0.0.1:{listening.server_port}/")
    listening.shutdown()
    listening.server_close()


@pytest.fixture
def shep(far: Far, folder: Path, tmp_path: Path) -> ShepEOtinish:
    channel = Channel(far.url, Sender("EOTINISH", "zko", "secret"), tmp_path / "inbox", seconds=5)
    return ShepEOtinish(channel, certificates.office_keys(folder, AT), lambda: AT)


Deliver = Callable[[], None]


@pytest.fixture(params=["manual", "shep", "simulator"])
def either(request: pytest.FixtureRequest, far: Far, shep: ShepEOtinish) -> tuple[EOtinish, Deliver]:
    """An adapter, and what lets its answers come."""
    ways: dict[str, tuple[EOtinish, Deliver]] = {
        "manual": (ManualEOtinish(), lambda: None),
        "shep": (shep, lambda: carry(far, shep)),
        "simulator": (BookedEOtinish(far.register.books), lambda: None),
    }
    return ways[request.param]


def carry(far: Far, shep: ShepEOtinish) -> None:
    for letter in far.register.answers():
        shep.receive(letter)


def test_an_appeal_sent_twice_has_one_name_and_one_number(either: tuple[EOtinish, Deliver]) -> None:
    eotinish, deliver = either
    first, second = eotinish.register(CASE, key=KEY), eotinish.register(CASE, key=KEY)
    deliver()

    assert isinstance(first, Pending)
    assert first == second
    assert len(set(eotinish.collect())) == (1 if eotinish.is_automatic else 0)


def test_an_answer_that_was_taken_in_is_not_given_again(either: tuple[EOtinish, Deliver]) -> None:
    eotinish, deliver = either
    eotinish.register(CASE, key=KEY)
    deliver()
    list(eotinish.collect())

    assert not list(eotinish.collect())


def test_each_key_gets_its_own_number(either: tuple[EOtinish, Deliver]) -> None:
    eotinish, deliver = either
    keys = [f"zko:ZKO-2026-{count:06}" for count in range(1, 4)] if eotinish.is_automatic else []
    for key in keys:
        eotinish.register(replace(CASE, number=key[4:]), key=key)
    deliver()
    found = list(eotinish.collect())

    assert sorted(one.key for one in found) == keys
    assert len(set(found)) == len(keys)


def test_an_answer_survives_whoever_dies_while_recording_it(far: Far, shep: ShepEOtinish) -> None:
    shep.register(CASE, key=KEY)
    carry(far, shep)
    answers = shep.collect()
    next(iter(answers))
    answers.close()  # type: ignore[attr-defined]

    assert [one.key for one in shep.collect()] == [KEY]


def test_the_envelope_names_message_chain_and_both_languages(far: Far, shep: ShepEOtinish) -> None:
    shep.register(CASE, key=KEY)
    message = far.register.requests[0]

    assert (message.correlation_id, message.kind, message.at) == (KEY, "REQUEST", AT)
    assert message.data.findtext("appeal/issueCategory/code") == "water"
    assert message.data.findtext("appeal/issueCategory/kkValue") == "Сумен жабдықтау"
    assert message.data.findtext("appeal/issueCategory/ruValue") == "Водоснабжение"
    assert message.data.findtext("appeal/files/hash") == "ab" * 32


WRONGS = [(Wrong.GARBAGE, "not_xml|shape"), (Wrong.UNSIGNED, "shape"), (Wrong.FORGED, "stranger")]


@pytest.mark.parametrize(("wrong", "code"), WRONGS)
def test_what_cannot_be_trusted_stops_at_the_door(
    far: Far, shep: ShepEOtinish, wrong: Wrong, code: str
) -> None:
    far.behaviour.every[wrong] = 1
    shep.register(CASE, key=KEY)

    with pytest.raises(GarbageError, match=code):
        carry(far, shep)
    assert not list(shep.collect())


def _answer(far: Far, shep: ShepEOtinish) -> str:
    shep.register(CASE, key=KEY)
    return far.register.answers()[0].decode()


def _wrapped(text: str) -> str:
    return text.replace("</soap:Envelope>", "<soap:Body><evil/></soap:Body></soap:Envelope>")


def _moved(text: str) -> str:
    """Signature wrapping: what was signed stays whole elsewhere, another body takes its place."""
    start, end = text.index("<soap:Body"), text.index("</soap:Body>") + len("</soap:Body>")
    body = text[start:end]
    evil = body.replace("00000001", "00000666").replace(' ns0:Id="id-', ' ns0:Id="evil-')
    return text.replace(body, evil).replace("</soap:Header>", f"<keep>{body}</keep></soap:Header>")


TYPE = "<!DOCTYPE a [<!ENTITY b 'c'>]>"
CHANGES: list[tuple[str, Callable[[str], str], str]] = [
    ("another number", lambda text: text.replace("00000001", "00000002"), "bad_signature"),
    ("another key", lambda text: text.replace("<correlationId>zko", "<correlationId>xyz"), "bad_signature"),
    ("an entity", lambda text: text.replace("<soap:", f"{TYPE}<soap:", 1), "document_type"),
    ("a weaker hash", lambda text: text.replace("rsa-sha256", "rsa-sha1"), "bad_signature"),
    ("no signature", lambda text: text.replace("ds:Signature>", "ds:Signed>"), "not_xml|signature_count"),
    ("a second body", _wrapped, "shape"),
    ("the signed body hidden in the header", _moved, "body_not_signed"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "code"), [one[1:] for one in CHANGES], ids=[one[0] for one in CHANGES])
def test_an_answer_changed_on_its_way_is_refused(
    far: Far, shep: ShepEOtinish, change: Callable[[str], str], code: str
) -> None:
    text = _answer(far, shep)
    forged = change(text)
    assert forged != text

    with pytest.raises(GarbageError, match=f"^({code})$"):
        shep.receive(forged.encode())
    assert not list(shep.collect())


def test_a_certificate_that_ended_is_not_believed(far: Far, shep: ShepEOtinish) -> None:
    text = _answer(far, shep)
    shep.clock = lambda: AT + timedelta(days=400)

    with pytest.raises(GarbageError, match="bad_signature"):
        shep.receive(text.encode())


def test_an_answer_spoilt_in_the_folder_is_not_believed(far: Far, shep: ShepEOtinish) -> None:
    shep.receive(_answer(far, shep).encode())
    path = next(shep.channel.inbox.glob("*.xml"))
    path.write_text(path.read_text().replace("00000001", "00000002"))

    assert not list(shep.collect())


def test_a_register_that_is_down_may_have_heard_us(far: Far, shep: ShepEOtinish) -> None:
    far.behaviour.is_down = lambda: True

    with pytest.raises(UnansweredError, match="cut_off"):
        shep.register(CASE, key=KEY)


def test_a_port_where_nobody_listens_has_heard_nothing(shep: ShepEOtinish) -> None:
    shep.channel = replace(shep.channel, url="http://127.0.0.1:1/")

    with pytest.raises(TemporaryFailureError, match="not_connected") as failure:
        shep.register(CASE, key=KEY)
    assert not isinstance(failure.value, UnansweredError)


@pytest.mark.parametrize(
    ("status", "content", "error"),
    [
        (200, b"<html>", GarbageError),
        (502, b"<html>", TemporaryFailureError),
        (200, b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", GarbageError),
        (500, b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault>"
              b"<faultcode>s:Server</faultcode></s:Fault></s:Body></s:Envelope>", TemporaryFailureError),
        (500, b"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault>"
              b"<faultcode>s:Client</faultcode></s:Fault></s:Body></s:Envelope>", RefusedError),
    ],
)  # fmt: skip
def test_later_never_and_nonsense_are_told_apart(
    far: Far, shep: ShepEOtinish, status: int, content: bytes, error: type[Exception]
) -> None:
    far.register.hear = lambda raw: (status, content if raw else b"")  # type: ignore[method-assign]

    with pytest.raises(error):
        shep.register(CASE, key=KEY)


def test_a_receipt_for_another_message_is_garbage(far: Far, shep: ShepEOtinish) -> None:
    said, old = far.register.hear, list[tuple[int, bytes]]()

    def replayed(raw: bytes) -> tuple[int, bytes]:
        old.append(said(raw))
        return old[0]

    far.register.hear = replayed  # type: ignore[method-assign]
    shep.register(CASE, key=KEY)
    with pytest.raises(GarbageError, match="receipt_of_another"):
        shep.register(CASE, key="zko:ZKO-2026-000002")


def test_a_stranger_cannot_register_at_the_simulator(far: Far, shep: ShepEOtinish, folder: Path) -> None:
    key, certificate = certificates.pair("stranger", AT)
    shep.keys = replace(certificates.office_keys(folder, AT), key=key, certificate=certificate)

    with pytest.raises(RefusedError):
        shep.register(CASE, key=KEY)
    assert not far.register.books.numbers


def test_twice_and_late_answers_come_as_told(far: Far, shep: ShepEOtinish) -> None:
    far.behaviour.every[Wrong.TWICE] = 1
    far.behaviour.delay = timedelta(seconds=30)
    shep.register(CASE, key=KEY)
    assert not far.register.answers()

    far.register.books.clock = lambda: AT + timedelta(seconds=30)
    assert len(far.register.answers()) == 2
