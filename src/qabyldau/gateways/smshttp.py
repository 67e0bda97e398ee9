"""Short messages by any other HTTP gateway, as a file describes it: addresses, fields, what answers mean."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from qabyldau.gateways.calling import Answer, Patience, call, require_taken
from qabyldau.ports.delivery import (
    Fault,
    Outcome,
    Receipt,
    RefusedError,
    Report,
    TemporaryFailureError,
    UnprovedError,
)


def _pattern(text: str) -> str:
    re.compile(text)
    return text


Pattern = Annotated[str, AfterValidator(_pattern)]


class Part(BaseModel):
    """A part of the description; an unknown name in the file is a mistake in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Question(Part):
    """A request: fields may name {phone}, {digits}, {text}, {key}, {login}, {password}, {token}, {sender}."""

    url: str
    method: Literal["GET", "POST"] = "POST"
    body: Literal["form", "json"] = "form"
    fields: dict[str, str]
    headers: dict[str, str] = {}


class Sending(Question):
    """What to ask, and which answers mean that it was taken ({key} may stand there), or never will be."""

    taken: Pattern
    refused: Pattern = ""


class Asking(Question):
    """How to ask what became of a message; the patterns are tried in this order."""

    unknown: Pattern = ""
    read: Pattern = ""
    delivered: Pattern
    failed: Pattern = ""


class Telling(Part):
    """How the provider tells by itself: names of its fields, its words, the header with the proof."""

    key: str = "id"
    status: str = "status"
    phone: str = ""
    proof: str = "X-Signature"
    delivered: list[str] = Field(default=["DELIVRD", "delivered"])
    read: list[str] = []
    failed: list[str] = Field(default=["UNDELIV", "EXPIRED", "REJECTD", "DELETED", "failed"])


class Description(Part):
    """The whole file."""

    send: Sending
    ask: Asking | None = None
    tell: Telling | None = None

    @classmethod
    def from_file(cls, path: Path) -> Description:
        return cls.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Secrets:
    """What the file must not hold; `secret` proves reports."""

    login: str = ""
    password: str = ""
    token: str = ""
    sender: str = ""
    secret: str = ""


@dataclass(frozen=True, slots=True)
class HttpSms:
    """A gateway as described."""

    described: Description
    secrets: Secrets = field(default_factory=Secrets)
    patience: Patience = field(default_factory=Patience)

    def send(self, phone: str, text: str, *, key: str) -> Receipt:
        asked = self.described.send
        answer = self._asked(asked, phone, text, key)
        if asked.refused and re.search(asked.refused, answer.text):
            raise RefusedError(Fault.REJECTED)
        require_taken(answer)
        if not re.search(asked.taken.replace("{key}", key), answer.text):
            raise TemporaryFailureError(Fault.NONSENSE)
        return Receipt(key, reports=self.described.ask is not None)

    def find(self, phone: str, *, key: str) -> Report | None:
        asked = self.described.ask
        if asked is None:
            return None
        answer = self._asked(asked, phone, "", key)
        if asked.unknown and re.search(asked.unknown, answer.text):
            return None
        require_taken(answer)
        outcome = _outcome(asked, answer)
        return Report(key, outcome, Fault.UNREACHABLE if outcome is Outcome.FAILED else None, phone)

    def read_report(self, content: bytes, said: Mapping[str, str], headers: Mapping[str, str]) -> Report:
        """Proved by the HMAC-SHA-256 of its whole content."""
        told = self.described.tell
        if told is None or not self.secrets.secret:
            raise UnprovedError
        made = hmac.new(self.secrets.secret.encode(), content, hashlib.sha256).hexdigest()
        if not hmac.compare_digest(made, headers.get(told.proof, "").lower()):
            raise UnprovedError
        outcome = _told(told, said.get(told.status, ""))
        fault = Fault.UNREACHABLE if outcome is Outcome.FAILED else None
        return Report(said.get(told.key, ""), outcome, fault, said.get(told.phone, "") if told.phone else "")

    def _asked(self, asked: Question, phone: str, text: str, key: str) -> Answer:
        words = {
            "phone": phone,
            "digits": phone.lstrip("+"),
            "text": text,
            "key": key,
            "login": self.secrets.login,
            "password": self.secrets.password,
            "token": self.secrets.token,
            "sender": self.secrets.sender,
        }
        fields = {name: _filled(value, words) for name, value in asked.fields.items()}
        headers = {name: _filled(value, words) for name, value in asked.headers.items()}
        if asked.method == "GET":
            return call("GET", f"{asked.url}?{urlencode(fields)}", None, headers, self.patience)
        kind, content = _body(asked, fields)
        return call("POST", asked.url, content, {"Content-Type": kind, **headers}, self.patience)


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """Names in braces and nothing else: a text is never a pattern itself."""
    return re.sub(r"\{([a-z]+)\}", lambda found: words.get(found[1], found[0]), pattern)


def _body(asked: Question, fields: Mapping[str, str]) -> tuple[str, bytes]:
    if asked.body == "json":
        return "application/json; charset=utf-8", json.dumps(fields, ensure_ascii=False).encode()
    return "application/x-www-form-urlencoded", urlencode(fields).encode()


def _outcome(asked: Asking, answer: Answer) -> Outcome:
    patterns = (
        (asked.read, Outcome.READ),
        (asked.delivered, Outcome.DELIVERED),
        (asked.failed, Outcome.FAILED),
    )
    found = (outcome for pattern, outcome in patterns if pattern and re.search(pattern, answer.text))
    return next(found, Outcome.ON_ITS_WAY)


def _told(told: Telling, status: str) -> Outcome:
    words = {
        **dict.fromkeys(told.failed, Outcome.FAILED),
        **dict.fromkeys(told.delivered, Outcome.DELIVERED),
        **dict.fromkeys(told.read, Outcome.READ),
    }
    return words.get(status, Outcome.ON_ITS_WAY)
