"""A line to e-Otinish is whole, or the start stops and says what is missing."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from qabyldau.config.environment import Environment, Line, Stage

KEY = SecretStr("00" * 32)
WHOLE: dict[str, object] = {
    "env": Stage.PRODUCTION,
    "secret_key": KEY,
    "seal_key": KEY,
    "index_key": KEY,
    "checkpoint_key": KEY,
    "eotinish": Line.SHEP,
    "eotinish_url": "https://shep.example/channel",
    "eotinish_sender": "zko",
    "eotinish_password": SecretStr("secret"),
    "eotinish_key": Path("own.key"),
    "eotinish_certificate": Path("own.crt"),
    "eotinish_trusted": Path("trusted.crt"),
}


def test_by_hand_is_the_default() -> None:
    assert Environment().eotinish is Line.MANUAL


def test_a_whole_line_is_taken() -> None:
    assert Environment(**WHOLE).eotinish is Line.SHEP  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"eotinish_sender": "", "eotinish_key": None}, "QABYLDAU_EOTINISH_SENDER, QABYLDAU_EOTINISH_KEY"),
        ({"eotinish_password": SecretStr("")}, "QABYLDAU_EOTINISH_PASSWORD"),
        ({"eotinish_url": "http://shep.example/"}, "https only"),
        ({"eotinish": Line.SIMULATOR}, "a simulator is no register"),
    ],
)
def test_what_is_missing_is_named(change: dict[str, object], words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        Environment(**{**WHOLE, **change})  # type: ignore[arg-type]
