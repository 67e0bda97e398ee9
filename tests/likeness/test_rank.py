"""What the finder sees as one, what it keeps apart, and what it never does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qabyldau.likeness import Earlier, Kind, Match, rank
from qabyldau.likeness.letters import rough

WATER = "В селе Трекино на улице Абая нет воды, насос сгорел."
TEXTS = st.text(max_size=200) | st.lists(
    st.sampled_from(
        ["су", "жоқ", "вода", "улица", "Абая", "ауылы", "Трекин", "№", "5", "Qubyr", "труба", ".", "'"]
    ),
    max_size=30,
).map(" ".join)


def compared(here: str, there: str) -> Match:
    return rank(here, [Earlier(1, there)])[0]


@pytest.mark.parametrize(
    "written",
    [
        "құбыр",  # Cyrillic
        "qubyr",  # as most people type it
        "kubyr",  # without special letters
        "qubır",  # the alphabet of 2021 without marks
        "qūbyr",  # the alphabet of 2021
        "QUBYR",
        "кубыр",  # a keyboard without Kazakh letters
    ],
)
def test_a_kazakh_word_is_one_in_every_alphabet(written: str) -> None:
    assert rough(written) == rough("құбыр")


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("jetispeıdi", "жетіспейді"),  # 2018
        ("sý qubyry", "су құбыры"),  # 2018
        ("muǵalim", "мұғалім"),
        ("zhumys", "жұмыс"),
        ("basşy", "басшы"),  # 2021
        ("bass'y", "басшы"),  # 2017, with apostrophes
        ("ko'she", "көше"),
        ("köşe", "көше"),
        ("shayqalady", "шайқалады"),
    ],
)
def test_every_latin_alphabet_reads_as_cyrillic(latin: str, cyrillic: str) -> None:
    assert [rough(word) for word in latin.split()] == [rough(word) for word in cyrillic.split()]


def test_the_same_matter_is_found_in_the_other_language() -> None:
    found = compared(WATER, "Трекин ауылының Абай көшесінде су жоқ, сорғы күйіп кетті.")

    assert found.likely
    assert {reason.kind for reason in found.reasons} >= {Kind.MEANING, Kind.PLACE}


def test_typing_errors_do_not_hide_a_matter() -> None:
    found = compared(WATER, "в селе трекино на улице абаия нет водыы насосс сгарел")

    assert found.likely


def test_another_street_is_another_matter() -> None:
    there = "В селе Трекино на улице Мира нет воды, насос сгорел."

    assert compared(WATER, there).score < compared(WATER, WATER).score
    assert not compared(WATER, there).likely


def test_another_trouble_at_the_same_place_is_another_matter() -> None:
    assert not compared(
        WATER, "В селе Трекино на улице Абая не ходит автобус, дети опаздывают в школу."
    ).likely


def test_reasons_and_spans_point_into_both_texts() -> None:
    there = "Трекин ауылында су болмай тұр, насос бұзылған."
    found = compared(WATER, there)

    pumps = next(reason for reason in found.reasons if reason.word_here == "насос")
    assert (pumps.word_there, pumps.kind) == ("насос", Kind.SAME)
    assert "насос" in {WATER[span.start : span.end] for span in found.here}
    assert "су" in {there[span.start : span.end] for span in found.there}


def test_the_likest_comes_first_and_equals_stay_in_their_order() -> None:
    earlier = [Earlier(1, "Автобус не ходит."), Earlier(2, WATER), Earlier(3, WATER), Earlier(4, "")]

    assert [match.key for match in rank(WATER, earlier)] == [2, 3, 1, 4]


def test_pleas_alone_are_like_nothing() -> None:
    assert compared("Прошу принять на приём", "Прошу принять на приём").score == 0


@settings(max_examples=150, deadline=None)
@given(here=TEXTS, there=TEXTS)
def test_any_two_texts_are_compared_the_same_both_ways(here: str, there: str) -> None:
    one, other = compared(here, there), compared(there, here)

    assert 0 <= one.score <= 1
    assert abs(one.score - other.score) <= 0.15
    assert one == compared(here, there)
    assert all(0 <= span.start < span.end <= len(here) for span in one.here)
    assert all(0 <= span.start < span.end <= len(there) for span in one.there)


@settings(max_examples=50, deadline=None)
@given(text=TEXTS)
def test_a_text_that_tells_something_is_most_like_itself(text: str) -> None:
    found = rank(text, [Earlier(1, WATER), Earlier(2, text)])

    assert sorted(match.key for match in found) == [1, 2]
    if next(match for match in found if match.key == 2).score:
        assert found[0].key == 2 or found[0].score == found[1].score
