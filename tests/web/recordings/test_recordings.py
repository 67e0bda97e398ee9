"""The voice of the board: what is to be recorded, and recordings that go before the made voice."""

import io
import math
import struct
import wave
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qabyldau import voice
from qabyldau.acts import voicing
from qabyldau.journal.models import Entry
from qabyldau.people import actions as people
from qabyldau.people import founding
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.people.roles import Role
from qabyldau.voice.recordings import LARGEST_BYTES, RecordingError, checked
from qabyldau.web.board import snapshot
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import MONDAY

PAGE = "/ru/staff/recordings/"
CLIP = voice.trial()


def sound(seconds: float = 0.5, loud: int = 9000, bits: int = 16, rate: int = 22_050) -> bytes:
    """A tone, as a recorder would write it."""
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setparams((1, bits // 8, rate, 0, "NONE", ""))
        tone = (int(loud * math.sin(step / 9)) for step in range(int(seconds * rate)))
        written.writeframes(b"".join(struct.pack("<h", one)[: bits // 8] for one in tone))
    return file.getvalue()


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> voice.Shelf:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    return snapshot.shelf()


@pytest.fixture
def page(office: Office, client: Client) -> Client:
    """The department, signed in."""
    user = founding.employ("d", full_name="d", password_hash="!")
    words = {"position_kk": "маман", "position_ru": "специалист"}
    people.grant(user, office.pk, Role.DEPARTMENT, since=date(2025, 1, 1), **words)
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"RIFF" + b"\0" * 40, "not_wav"),
        (b"\0" * (LARGEST_BYTES + 1), "too_large"),
        (sound(bits=8), "not_plain"),
        (sound(seconds=0.05), "length"),
        (sound(seconds=11), "length"),
        (sound(loud=100), "silent"),
    ],
)
def test_a_recording_is_looked_at_before_the_hall_hears_it(said: bytes, code: str) -> None:
    with pytest.raises(RecordingError) as wrong:
        checked(said)

    assert wrong.value.code == code


def test_what_else_the_file_carried_is_left_behind() -> None:
    plain = sound()
    named = plain + b"LIST" + struct.pack("<I", 8) + b"AUTHOR!!"

    assert checked(named) == plain


def test_recordings_are_taken_by_their_names_and_the_board_plays_them(
    page: Client, shelf: voice.Shelf
) -> None:
    assert CLIP.file in page.get(PAGE).content.decode()
    sent = [
        SimpleUploadedFile(CLIP.file.upper(), sound(), "audio/wav"),
        SimpleUploadedFile("kk-другое.wav", sound(), "audio/wav"),
        SimpleUploadedFile("kk-бір.wav", b"RIFF", "audio/wav"),
    ]

    answer = page.post(PAGE, {"recordings": sent}, follow=True)

    found = shelf.find("kk", CLIP.name)
    assert found is not None
    assert found.read_bytes() == sound()
    assert len(list(answer.context["messages"])) == 3
    assert Entry.objects.get(action="record_clip").facts["says"] == CLIP.text
    assert b"".join(page.get(snapshot.address(CLIP))) == sound()


def test_the_made_voice_comes_back(page: Client, shelf: voice.Shelf) -> None:
    shelf.keep(CLIP, sound())
    address = f"{PAGE}{CLIP.language}/{CLIP.name}/drop/"

    assert page.post(address).status_code == 302
    assert shelf.find("kk", CLIP.name) is None
    assert page.post(address).status_code == 404


def test_only_the_department_and_the_administrator_give_the_board_a_voice(
    staff: Callable[..., Actor], shelf: voice.Shelf
) -> None:
    with pytest.raises(PermissionDeniedError):
        voicing.record_clip(CLIP, sound(), shelf=shelf, by=staff(Role.CLERK), at=MONDAY)

    voicing.record_clip(CLIP, sound(), shelf=shelf, by=staff(Role.ADMIN), at=MONDAY)
    assert shelf.is_recorded(CLIP)
