"""Short messages by the HTTP protocol of SMSC (smsc.kz): send.php, status.php and its reports.

The number of a message is chosen by us, so a message can be asked about before it is sent a second time.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from qabyldau.gateways.calling import Patience, call, require_taken
from qabyldau.ports.delivery import (
    Fault,
    Outcome,
    Receipt,
    RefusedError,
    Report,
    TemporaryFailureError,
    UnprovedError,
)

URL = "https://smsc.kz"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
NOT_FOUND = -3
# `error_code` of send.php and status.php.
LATER = {2: Fault.SIGN_IN, 3: Fault.NO_MONEY, 4: Fault.BLOCKED, 9: Fault.BUSY}
NEVER = {
    1: Fault.REJECTED,
    5: Fault.REJECTED,
    6: Fault.REJECTED,
    7: Fault.NO_SUCH_ADDRESS,
    8: Fault.UNREACHABLE,
}
# `status` of status.php and of the reports; 4: the link in the message was opened.
ARRIVED = {1: Outcome.DELIVERED, 2: Outcome.READ, 4: Outcome.READ}
FAILED = {
    3: Fault.EXPIRED,
    20: Fault.UNREACHABLE,
    22: Fault.NO_SUCH_ADDRESS,
    23: Fault.REJECTED,
    24: Fault.NO_MONEY,
    25: Fault.UNREACHABLE,
}
# `err`, where it says more than the status.
REASONS = {
    1: Fault.NO_SUCH_ADDRESS,
    249: Fault.NO_SUCH_ADDRESS,
    **dict.fromkeys((244, 250, 252, 253, 254, 255), Fault.REJECTED),
}


@dataclass(frozen=True, slots=True)
class Account:
    """Who we are there: an API key, or a login with its password. `secret` proves reports to be theirs."""

    login: str = ""
    password: str = ""
    api_key: str = ""
    sender: str = ""
    secret: str = ""
    url: str = URL

    @property
    def fields(self) -> dict[str, str]:
        if self.api_key:
            return {"apikey": self.api_key}
        return {"login": self.login, "psw": self.password}


@dataclass(frozen=True, slots=True)
class SmscGateway:
    """One account at SMSC."""

    account: Account
    patience: Patience = field(default_factory=Patience)

    def send(self, phone: str, text: str, *, key: str) -> Receipt:
        sender = {"sender": self.account.sender} if self.account.sender else {}
        answer = self._asked("send.php", {"phones": phone, "mes": text, "id": key, **sender})
        if "error_code" in answer:
            raise _fault(answer)
        if str(answer.get("id", "")) != key:
            raise TemporaryFailureError(Fault.NONSENSE)
        return Receipt(key, reports=True)

    def find(self, phone: str, *, key: str) -> Report | None:
        answer = self._asked("status.php", {"phone": phone, "id": key})
        if "error_code" in answer:
            raise TemporaryFailureError(LATER.get(_number(answer, "error_code"), Fault.NONSENSE))
        status = _number(answer, "status")
        return None if status == NOT_FOUND else _report(key, status, _number(answer, "err", 0), phone)

    def read_report(self, _content: bytes, said: Mapping[str, str], _headers: Mapping[str, str]) -> Report:
        """Proved by a hash of number, phone, status and our common secret."""
        signed = ":".join((said.get("id", ""), said.get("phone", ""), said.get("status", "")))
        proof = f"{signed}:{self.account.secret}".encode()
        if not (self.account.secret and _is_proved(said, proof)):
            raise UnprovedError
        try:
            status, reason = int(said["status"]), int(said.get("err") or 0)
        except ValueError as nonsense:
            raise UnprovedError from nonsense
        return _report(said["id"], status, reason, said["phone"])

    def _asked(self, name: str, fields: dict[str, str]) -> dict[str, object]:
        given = {**self.account.fields, **fields, "fmt": "3", "charset": "utf-8"}
        url = f"{self.account.url.rstrip('/')}/sys/{name}"
        answer = call("POST", url, urlencode(given).encode(), FORM, self.patience)
        require_taken(answer)
        try:
            told = json.loads(answer.text)
        except ValueError as nonsense:
            raise TemporaryFailureError(Fault.NONSENSE) from nonsense
        if type(told) is not dict:
            raise TemporaryFailureError(Fault.NONSENSE)
        return told


def _is_proved(said: Mapping[str, str], proof: bytes) -> bool:
    """Their protocol knows these two hashes only."""
    if said.get("sha1"):
        return hmac.compare_digest(said["sha1"].lower(), hashlib.sha1(proof).hexdigest())  # noqa: S324
    return hmac.compare_digest(said.get("md5", "").lower(), hashlib.md5(proof).hexdigest())  # noqa: S324


def _fault(answer: dict[str, object]) -> Exception:
    code = _number(answer, "error_code")
    if code in NEVER:
        return RefusedError(NEVER[code])
    return TemporaryFailureError(LATER.get(code, Fault.NONSENSE))


def _report(key: str, status: int, reason: int, phone: str) -> Report:
    if status in FAILED:
        return Report(key, Outcome.FAILED, REASONS.get(reason, FAILED[status]), phone)
    return Report(key, ARRIVED.get(status, Outcome.ON_ITS_WAY), address=phone)


def _number(answer: dict[str, object], name: str, default: int | None = None) -> int:
    try:
        return int(str(answer.get(name, default)))
    except ValueError as nonsense:
        raise TemporaryFailureError(Fault.NONSENSE) from nonsense
