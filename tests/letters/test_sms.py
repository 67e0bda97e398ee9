"""Short messages: two at most, and nothing personal beyond the number."""

from dataclasses import replace

import pytest

from qabyldau.letters import render, segments
from qabyldau.letters.sms import ROOM, with_tail
from qabyldau.regulation.words import Language
from tests.letters.sample import NAMES, heading, sample_letters


@pytest.mark.parametrize(
    ("length", "expected"), [(0, 1), (1, 1), (70, 1), (71, 2), (134, 2), (135, 3), (201, 3), (202, 4)]
)
def test_segments_of_ucs2(length: int, expected: int) -> None:
    assert segments("қ" * length) == expected


def test_a_sign_beyond_ucs2_takes_two_units() -> None:
    assert segments("😀" * 35) == 1
    assert segments("😀" * 36) == 2


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "track_url", ["https://q.kz/t", "https://reception.zko-akimat.example/kk/track/by-number"]
)
def test_every_sms_fits_into_two_messages_and_names_nobody(
    name: str, language: Language, track_url: str
) -> None:
    notice, under, body = sample_letters(language)[name]
    head = replace(heading(under), track_url=track_url, number="ZKO-2023-00001234")

    sms = render(notice, language, head, body).sms

    assert segments(sms) <= 2
    assert "ZKO-2023-00001234" in sms
    assert not any(word in sms for word in head.applicant.split())


def test_the_address_is_added_only_where_it_fits() -> None:
    assert with_tail("қысқа", "q.kz/t") == "қысқа q.kz/t"
    assert with_tail("қ" * ROOM, "q.kz/t") == "қ" * ROOM
