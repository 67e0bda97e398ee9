"""Against programs that send: work that a browser does unseen, or for whoever has no scripts a question.

The work is altcha's: find the number that gives this hash. A solved one is good once, for half an hour.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qs

import pydantic
from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from qabyldau.people import actions, queries
from qabyldau.regulation.wording import date_words
from qabyldau.web.address import client_address
from qabyldau.web.public.chrome import language
from qabyldau.web.signin.limits import Limit

ALGORITHM = "SHA-256"
# A telephone finds it in about a second, a thousand requests cost a quarter of an hour.
HARDEST = 40_000
LIFE = timedelta(minutes=30)
ONCE = timedelta(hours=1)
SENT = Limit("sent-from", 20, timedelta(hours=1))
WITHOUT_SCRIPTS = Limit("sent-from:plain", 5, timedelta(hours=1))
QUESTION = "question"
TRAP, WORK, SUM = "website", "altcha", "sum"
TERMS = range(2, 10)
AGAIN = _("The check against programs did not succeed. Answer the question below, or send once more.")


@dataclass(frozen=True, slots=True)
class Challenge:
    """As the protocol of altcha names its parts."""

    algorithm: str
    challenge: str
    maxnumber: int
    salt: str
    signature: str


class Solution(pydantic.BaseModel):
    """What a browser sends back."""

    model_config = pydantic.ConfigDict(extra="ignore")

    algorithm: str
    challenge: str
    number: int
    salt: str
    signature: str


def challenge(at: datetime) -> Challenge:
    salt = f"{secrets.token_hex(12)}?expires={int((at + LIFE).timestamp())}"
    wanted = _hash(salt, secrets.randbelow(HARDEST))
    return Challenge(ALGORITHM, wanted, HARDEST, salt, _signature(wanted))


def is_solved(payload: str, at: datetime) -> bool:
    """Ours, in time, rightly found, and never used before."""
    try:
        found = Solution.model_validate_json(base64.b64decode(payload, validate=True))
    except ValueError:
        return False
    is_ours = hmac.compare_digest(found.signature, _signature(found.challenge))
    is_right = found.algorithm == ALGORITHM and _hash(found.salt, found.number) == found.challenge
    return is_ours and is_right and at.timestamp() <= _ends(found.salt) and _is_first(found.challenge, at)


def asked(request: HttpRequest, at: datetime) -> dict[str, object]:
    """What the page shows: work for the browser, a question for whoever has no scripts."""
    if not settings.BOT_CHECK:
        return {}
    first, second = secrets.choice(TERMS), secrets.choice(TERMS)
    request.session[QUESTION] = first + second
    question = gettext("How much is %(first)s plus %(second)s?") % {"first": first, "second": second}
    return {"work": json.dumps(asdict(challenge(at))), "question": question}


def against(request: HttpRequest, at: datetime) -> Promise | str:
    """Why nothing is sent now; empty: it may be. The draft stays whole either way."""
    if not settings.BOT_CHECK:
        return ""
    work, address = request.POST.get(WORK, ""), client_address(request)
    limit = SENT if work else WITHOUT_SCRIPTS
    if SENT.is_spent(address, at) or limit.is_spent(address, at):
        return _too_many(max(SENT.ends(at), limit.ends(at)))
    if request.POST.get(TRAP):
        return AGAIN
    return "" if (is_solved(work, at) if work else _is_answered(request)) else AGAIN


def note_sent(request: HttpRequest, at: datetime) -> None:
    """One more from this address."""
    address = client_address(request)
    SENT.note(address, at)
    if not request.POST.get(WORK):
        WITHOUT_SCRIPTS.note(address, at)


def _too_many(until: datetime) -> str:
    """Nobody is refused: the paper, the telephone and the counter have no limit."""
    words = gettext(
        "Too many requests came from this address within an hour. Your answers are kept: "
        "send from %(moment)s on, or call the office, or bring the request in person."
    )
    local = until.astimezone()
    return words % {"moment": f"{date_words(local.date(), language())}, {local:%H:%M}"}


def _is_answered(request: HttpRequest) -> bool:
    """Each question is asked once."""
    right = request.session.pop(QUESTION, None)
    return right is not None and request.POST.get(SUM, "").strip() == str(right)


def _hash(salt: str, number: int) -> str:
    return hashlib.sha256(f"{salt}{number}".encode()).hexdigest()


def _signature(wanted: str) -> str:
    return hmac.new(settings.INDEX_KEY, f"altcha|{wanted}".encode(), hashlib.sha256).hexdigest()


def _ends(salt: str) -> float:
    found = parse_qs(salt.partition("?")[2]).get("expires", ["0"])[0]
    return float(found) if found.isdigit() else 0


def _is_first(wanted: str, at: datetime) -> bool:
    key = f"solved:{wanted[:40]}"
    is_first = actions.count_attempt(key, at=at, window=ONCE) == 1
    return is_first and not queries.attempts(key, at=at - ONCE, window=ONCE)
