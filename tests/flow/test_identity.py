"""Identification numbers: check digits, oddities, seals, and showing one for a reason."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from qabyldau.journal import queries as journal
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.identifiers import Fault, Oddity, check_digit, masked, read_bin, read_iin
from qabyldau.people.kinds import Reveal
from qabyldau.people.roles import Role
from qabyldau.people.sealing import BrokenSealError, blind_index, opened, seal
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from tests.flow.conftest import MONDAY


@pytest.mark.parametrize(
    ("number", "fault", "oddity"),
    [
        ("010101300010", None, None),
        ("020308400024", None, None),
        ("051216300036", None, None),
        ("991025200047", None, None),
        ("010101300102", None, None),
        ("010101300114", None, None),
        ("010501000096", None, Oddity.CENTURY_UNKNOWN),
        ("000229300065", None, Oddity.NO_SUCH_DATE),
        ("051331300081", None, Oddity.NO_SUCH_DATE),
        ("010101300011", Fault.CHECK_DIGIT, None),
        ("01010130001", Fault.LENGTH, None),
        ("٠١٠١٠١٣٠٠٠١٠", Fault.NOT_DIGITS, None),
    ],
)
def test_an_iin_is_refused_only_for_its_digits(
    number: str, fault: Fault | None, oddity: Oddity | None
) -> None:
    found = read_iin(number)
    assert (found.fault, found.oddity) == (fault, oddity)


@pytest.mark.parametrize("number", ["980140000015", "980141000020", "010250000032"])
def test_a_bin_has_the_same_check_digit(number: str) -> None:
    assert read_bin(number).valid


def test_some_numbers_were_never_issued() -> None:
    assert check_digit("01010130014") == 10


@given(st.from_regex(r"\A[0-9]{11}\Z"))
def test_any_single_wrong_digit_is_noticed_or_the_number_was_never_issued(first_eleven: str) -> None:
    digit = check_digit(first_eleven)
    if digit == 10:
        return
    for wrong in {str(other) for other in range(10)} - {str(digit)}:
        assert read_iin(first_eleven + wrong).fault is Fault.CHECK_DIGIT


def test_only_the_last_four_digits_are_shown() -> None:
    assert masked("010101300010") == "••••••••0010"


def test_a_seal_opens_only_in_its_own_row() -> None:
    closed = seal("010101300010", row="applicant|1|number")

    assert opened(closed, row="applicant|1|number") == "010101300010"
    with pytest.raises(BrokenSealError):
        opened(closed, row="applicant|2|number")
    assert seal("010101300010", row="applicant|1|number") != closed


def test_another_key_opens_nothing_and_finds_nothing(settings: Settings) -> None:
    closed, index = seal("010101300010", row="r"), blind_index("010101300010")
    settings.SEAL_KEYS, settings.INDEX_KEY = {"1": bytes(32)}, bytes(32)

    with pytest.raises(BrokenSealError):
        opened(closed, row="r")
    assert blind_index("010101300010") != index


def test_a_number_is_shown_for_a_reason_that_stays(
    registered: Appeal, clerk: Actor, staff: Callable[..., Actor]
) -> None:
    with pytest.raises(PermissionDeniedError):
        registry.reveal(
            registered.pk, reason=Reveal.IDENTITY_CHECK, asked=Asked(by=staff(Role.AUDITOR), at=MONDAY)
        )
    shown = registry.reveal(registered.pk, reason=Reveal.IDENTITY_CHECK, asked=Asked(by=clerk, at=MONDAY))

    entry = journal.about(registered.office_id, registered.key).get(action="reveal")
    assert (shown, entry.facts["reason"]) == ("010101300010", "identity_check")
    assert shown not in str(entry.facts)
