"""One contract for every SMS gateway, against a real HTTP server that misbehaves in each way we know."""

import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from qabyldau.gateways.calling import Patience
from qabyldau.gateways.smsc import Account, SmscGateway
from qabyldau.gateways.smshttp import Description, HttpSms, Secrets
from qabyldau.ports.delivery import (
    Fault,
    Outcome,
    RefusedError,
    Report,
    SmsGateway,
    TemporaryFailureError,
    UnprovedError,
)
from tools.stress.provider import SECRET, Provider, Wrong, report, serve

PHONE, TEXT, KEY = "+77000000001", "Сіздің өтінішіңіз тіркелді", "1839201934"
HASTY = Patience(connect=1.0, answer=0.3)
HOW_TO = Path(__file__).parents[2] / "docs/how-to/connect-sms.md"
SMSC_AS_DESCRIBED = """
[send]
url = "{url}/sys/send.php"
fields = { apikey = "{token}", phones = "{phone}", mes = "{text}", id = "{key}", fmt = "3" }
taken = '"id": {key}'
refused = '"error_code": [1678]\\b'

[ask]
url = "{url}/sys/status.php"
fields = { apikey = "{token}", phone = "{phone}", id = "{key}", fmt = "3" }
unknown = '"status": -3'
read = '"status": 2\\b'
delivered = '"status": 1\\b'
failed = '"status": (3|2[0-5])\\b'

[tell]
proof = "X-Signature"
"""


@dataclass
class Far:
    """The provider, and where it listens."""

    provider: Provider
    url: str


@pytest.fixture
def far() -> Iterator[Far]:
    provider = Provider(hang_seconds=0.6)
    server = serve(provider)
    yield Far(provider, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()


@pytest.fixture
def smsc(far: Far) -> SmscGateway:
    return SmscGateway(Account(api_key="k", secret=SECRET, url=far.url), HASTY)


@pytest.fixture
def described(far: Far, tmp_path: Path) -> HttpSms:
    file = tmp_path / "sms.toml"
    file.write_text(SMSC_AS_DESCRIBED.replace("{url}", far.url), encoding="utf-8")
    return HttpSms(Description.from_file(file), Secrets(token="k", secret=SECRET), HASTY)


@pytest.fixture(params=["smsc", "described"])
def gateway(request: pytest.FixtureRequest) -> SmsGateway:
    found: SmsGateway = request.getfixturevalue(request.param)
    return found


def always(wrong: Wrong) -> Callable[[str], Wrong | None]:
    return lambda _name: wrong


def test_a_message_is_taken_and_known_by_our_own_number(gateway: SmsGateway, far: Far) -> None:
    receipt = gateway.send(PHONE, TEXT, key=KEY)

    assert (receipt.provider_id, receipt.reports) == (KEY, True)
    assert far.provider.handed == {KEY: 1}
    assert gateway.find(PHONE, key=KEY) == Report(KEY, Outcome.ON_ITS_WAY, address=PHONE)


def test_what_was_never_sent_is_not_known(gateway: SmsGateway) -> None:
    assert gateway.find(PHONE, key=KEY) is None


LINE = [
    (Wrong.CUT, Fault.NO_ANSWER),
    (Wrong.CUT_TAKES, Fault.NO_ANSWER),
    (Wrong.SILENT, Fault.NO_ANSWER),
    (Wrong.DRIP_TAKES, Fault.NO_ANSWER),
    (Wrong.HTML, Fault.NONSENSE),
    (Wrong.BROKEN, Fault.BROKEN),
    (Wrong.BUSY, Fault.BUSY),
    (Wrong.ANOTHERS, Fault.NONSENSE),
    (Wrong.ENDLESS, Fault.NONSENSE),
]


@pytest.mark.parametrize(("wrong", "fault"), LINE)
def test_whatever_is_wrong_with_the_line_may_be_right_later(
    gateway: SmsGateway, far: Far, wrong: Wrong, fault: Fault
) -> None:
    far.provider.wrong = always(wrong)

    with pytest.raises(TemporaryFailureError, match=f"^{fault}$"):
        gateway.send(PHONE, TEXT, key=KEY)


def test_a_provider_that_asks_for_time_says_how_much(gateway: SmsGateway, far: Far) -> None:
    far.provider.wrong = always(Wrong.BUSY)

    with pytest.raises(TemporaryFailureError) as failure:
        gateway.send(PHONE, TEXT, key=KEY)
    assert failure.value.after == timedelta(seconds=60)


def test_nobody_there_is_a_temporary_failure() -> None:
    nobody = SmscGateway(Account(api_key="k", url="http://127.0.0.1:1"), HASTY)

    with pytest.raises(TemporaryFailureError, match=Fault.NO_CONNECTION):
        nobody.send(PHONE, TEXT, key=KEY)


@pytest.mark.parametrize(
    ("wrong", "fault"), [(Wrong.SIGN_IN, Fault.SIGN_IN), (Wrong.NO_MONEY, Fault.NO_MONEY)]
)
def test_our_own_debts_are_not_the_messages_fault(
    smsc: SmscGateway, far: Far, wrong: Wrong, fault: Fault
) -> None:
    far.provider.wrong = always(wrong)

    with pytest.raises(TemporaryFailureError, match=fault):
        smsc.send(PHONE, TEXT, key=KEY)


STATUSES = [
    (1, 0, Outcome.DELIVERED, None),
    (2, 0, Outcome.READ, None),
    (-1, 0, Outcome.ON_ITS_WAY, None),
    (3, 0, Outcome.FAILED, Fault.EXPIRED),
    (20, 1, Outcome.FAILED, Fault.NO_SUCH_ADDRESS),
    (20, 6, Outcome.FAILED, Fault.UNREACHABLE),
    (22, 0, Outcome.FAILED, Fault.NO_SUCH_ADDRESS),
    (23, 253, Outcome.FAILED, Fault.REJECTED),
    (24, 0, Outcome.FAILED, Fault.NO_MONEY),
]


@pytest.mark.parametrize(("status", "reason", "outcome", "fault"), STATUSES)
def test_each_status_is_said_in_our_words(
    smsc: SmscGateway, far: Far, status: int, reason: int, outcome: Outcome, fault: Fault | None
) -> None:
    smsc.send(PHONE, TEXT, key=KEY)
    far.provider.statuses[KEY] = (status, reason)

    assert smsc.find(PHONE, key=KEY) == Report(KEY, outcome, fault, PHONE)
    told = smsc.read_report(b"", report(KEY, status, reason=reason), {})
    assert (told.name, told.outcome, told.fault) == (KEY, outcome, fault)


@pytest.mark.parametrize(("status", "outcome"), [(1, "delivered"), (2, "read"), (20, "failed")])
def test_a_described_gateway_knows_the_same(described: HttpSms, far: Far, status: int, outcome: str) -> None:
    described.send(PHONE, TEXT, key=KEY)
    far.provider.statuses[KEY] = (status, 0)

    found = described.find(PHONE, key=KEY)
    assert found is not None
    assert found.outcome == outcome


def test_only_md5_is_enough_and_no_hash_is_not(smsc: SmscGateway) -> None:
    said = report(KEY, 1)

    assert smsc.read_report(b"", {**said, "sha1": ""}, {}).outcome is Outcome.DELIVERED
    for forged in ({**said, "sha1": "0" * 40}, {**said, "sha1": "", "md5": ""}, {**said, "status": "2"}):
        with pytest.raises(UnprovedError):
            smsc.read_report(b"", forged, {})


def test_without_a_common_secret_no_report_is_believed(far: Far) -> None:
    open_to_all = SmscGateway(Account(api_key="k", url=far.url))

    with pytest.raises(UnprovedError):
        open_to_all.read_report(b"", report(KEY, 1, secret=""), {})


def test_a_described_report_is_proved_by_its_hmac(described: HttpSms) -> None:
    said = {"id": KEY, "status": "DELIVRD"}
    content = json.dumps(said).encode()
    proof = hmac.new(SECRET.encode(), content, hashlib.sha256).hexdigest()

    told = described.read_report(content, said, {"X-Signature": proof})
    assert (told.name, told.outcome) == (KEY, Outcome.DELIVERED)
    with pytest.raises(UnprovedError):
        described.read_report(content + b" ", said, {"X-Signature": proof})


def test_a_number_that_does_not_exist_is_refused_for_good(
    smsc: SmscGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    for code, fault in ((7, Fault.NO_SUCH_ADDRESS), (8, Fault.UNREACHABLE), (6, Fault.REJECTED)):
        answer = {"error_code": code}
        monkeypatch.setattr(SmscGateway, "_asked", lambda *_asked, told=answer: told)
        with pytest.raises(RefusedError, match=fault):
            smsc.send(PHONE, TEXT, key=KEY)


def test_a_text_is_never_a_pattern(described: HttpSms, far: Far) -> None:
    """Words in braces in a text stay words: the token does not slip into a message."""
    described.send(PHONE, "{token} {0.__class__} %(key)s", key=KEY)

    assert far.provider.handed == {KEY: 1}


def test_the_examples_of_the_guide_can_be_read(tmp_path: Path) -> None:
    blocks = HOW_TO.read_text(encoding="utf-8").split("```toml\n")[1:]
    for number, block in enumerate(blocks):
        file = tmp_path / f"{number}.toml"
        file.write_text(block.partition("```")[0], encoding="utf-8")
        assert Description.from_file(file).send.url.startswith("http")
    assert len(blocks) == 2
