"""Recordings of a person instead of the made voice: taken, and taken away; each journaled."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import require
from qabyldau.people.roles import Right
from qabyldau.voice.recordings import checked

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.voice import Clip, Shelf


@transaction.atomic
def record_clip(clip: Clip, sound: bytes, *, shelf: Shelf, by: Actor, at: datetime) -> None:
    """The board says these words in this voice from now on; raises RecordingError."""
    require(by, Right.KEEP_VOICE, by.office_id)
    plain = checked(sound)
    facts = {"says": clip.text, "digest": hashlib.sha256(plain).hexdigest()}
    journal.write("record_clip", about=_about(clip), by=by, at=at, facts=dict(facts))
    shelf.keep(clip, plain)


@transaction.atomic
def drop_recording(clip: Clip, *, shelf: Shelf, by: Actor, at: datetime) -> None:
    """The made voice says these words again."""
    require(by, Right.KEEP_VOICE, by.office_id)
    journal.write("drop_recording", about=_about(clip), by=by, at=at, facts={"says": clip.text})
    shelf.drop(clip)


def _about(clip: Clip) -> str:
    return f"voice:{clip.language}:{clip.name}"
