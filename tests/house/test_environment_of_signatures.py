"""A verifier of signatures is whole, or the start stops and says what is missing."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from qabyldau.config.environment import Environment, Verifier


def test_nobody_verifies_by_default() -> None:
    assert Environment().signature is Verifier.NONE


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"signature": "ncanode"}, "QABYLDAU_SIGNATURE_URL"),
        ({"signature": "local"}, "QABYLDAU_SIGNATURE_TRUSTED"),
        ({"eotinish_check_revocation": True}, "QABYLDAU_SIGNATURE to ncanode or local"),
    ],
)
def test_half_a_verifier_stops_the_start(given: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Environment(**given)  # type: ignore[arg-type]  # as they come, by name


def test_lists_are_named_one_after_another() -> None:
    found = Environment(
        signature=Verifier.LOCAL,
        signature_trusted=Path("roots.pem"),
        signature_list_urls="https://a.example/1.crl, https://a.example/2.crl",
    )

    assert found.signature_list_urls == ["https://a.example/1.crl", "https://a.example/2.crl"]
