"""Calls are said in words that have clips, in both languages; a recording goes before the made clip."""

import wave
from pathlib import Path

import pytest

from qabyldau import voice
from qabyldau.regulation.words import Language, Words
from qabyldau.voice.numbers import LARGEST, spoken

ROOM = Words(kk="305-кабинет", ru="кабинет 305")


@pytest.mark.parametrize(
    ("number", "kk", "ru"),
    [
        (1, "бір", "один"),
        (10, "он", "десять"),
        (19, "он тоғыз", "девятнадцать"),
        (42, "қырық екі", "сорок два"),
        (100, "жүз", "сто"),
        (215, "екі жүз он бес", "двести пятнадцать"),
        (999, "тоғыз жүз тоқсан тоғыз", "девятьсот девяносто девять"),
    ],
)
def test_numbers_are_said_word_by_word(number: int, kk: str, ru: str) -> None:
    assert " ".join(spoken(number, Language.KK)) == kk
    assert " ".join(spoken(number, Language.RU)) == ru


@pytest.mark.parametrize("number", [0, -1, LARGEST + 1])
def test_a_number_without_words_is_an_error(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        spoken(number, Language.KK)


def test_every_call_is_made_of_fixed_clips_and_its_place() -> None:
    there = {(clip.language, clip.name) for clip in voice.fixed()}

    for number in range(1, LARGEST + 1):
        needed = {(clip.language, clip.name) for clip in voice.call(number, ROOM)}
        places = {(one, voice.place(ROOM, one).name) for one in Language}
        assert needed <= there | places


def test_kazakh_is_said_first_and_russian_after_it() -> None:
    languages = [clip.language for clip in voice.call(42, ROOM)]

    assert languages == sorted(languages, key=list(Language).index)
    assert set(languages) == set(Language)


def test_clips_are_made_once_and_can_be_played(tmp_path: Path) -> None:
    shelf, clips = voice.Shelf(tmp_path), voice.call(42, ROOM)

    made, again = shelf.make(clips), shelf.make(clips)

    assert (made, again) == (len({(one.language, one.name) for one in clips}), 0)
    for clip in clips:
        found = shelf.find(clip.language, clip.name)
        assert found is not None
        with wave.open(str(found), "rb") as file:
            assert file.getnframes() / file.getframerate() > 0.1


def test_a_recording_of_a_person_goes_before_the_made_clip(tmp_path: Path) -> None:
    shelf, clip = voice.Shelf(tmp_path), voice.place(ROOM, Language.KK)
    shelf.make([clip])
    recorded = tmp_path / "recorded" / "kk" / f"{clip.name}.wav"
    recorded.parent.mkdir(parents=True)
    recorded.write_bytes(b"RIFF")

    assert shelf.find("kk", clip.name) == recorded


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "0123456789ABCDEF", "0123456789abcdef0"])
def test_only_names_of_clips_are_looked_for(tmp_path: Path, name: str) -> None:
    assert voice.Shelf(tmp_path).find("kk", name) is None
