"""People with keys of a test authority, and the verifier of this installation connected to it."""

import base64
import html
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from qabyldau.config import wiring
from qabyldau.gateways.signature.chain import Anchors
from qabyldau.gateways.signature.local import LocalVerifier
from qabyldau.gateways.signature.revocation import Lists, Revocations
from qabyldau.people import accounts
from qabyldau.people.models import User
from qabyldau.signatures import verifying
from tests.signatures.authority import IIN, Authority
from tests.web.signin.conftest import *  # noqa: F403  people of the office who sign in


@pytest.fixture
def authority(clock: Any) -> Authority:  # noqa: ANN401, ARG001  its certificates are of the test's days
    return Authority()


@pytest.fixture
def connected(authority: Authority, tmp_path: Path) -> Iterator[LocalVerifier]:
    """Our own verifier, whose lists are published anew at every question."""

    def find() -> LocalVerifier:
        now = timezone.now()
        (tmp_path / "between.crl").write_bytes(authority.crl(now))
        (tmp_path / "root.crl").write_bytes(authority.crl(now, of_root=True))
        anchors = Anchors([authority.root.certificate], [authority.between.certificate])
        return LocalVerifier(anchors, Revocations([Lists(tmp_path, clock=timezone.now)]))

    verifying.connect(find)
    yield find()
    verifying.connect(wiring.signatures)


@pytest.fixture
def known(aizhan: User) -> User:
    """A clerk whose ИИН stands in the books."""
    accounts.set_iin(aizhan, IIN)
    return aizhan


def to_sign(answer: Any) -> bytes:  # noqa: ANN401  the test client's response
    """What the page asks to sign."""
    found = re.search(r'data-document="([^"]+)"', answer.content.decode())
    assert found
    return base64.b64decode(html.unescape(found[1]))


Later = Callable[..., None]
MINUTES_5 = timedelta(minutes=5)
