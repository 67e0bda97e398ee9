"""What the invented people write: enough of it, in both languages, of every kind, of nobody real."""

import re

import pytest

from qabyldau.demo import library, names, numbers
from qabyldau.demo.library import Matter, Script, Trait
from qabyldau.demo.senders import letter, sender
from qabyldau.people.identifiers import Oddity, fault, read_iin
from qabyldau.regulation.norms.intake import Channel, looks_empty
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.words import Language
from tests.demo.conftest import LAST_DAY, seeded

KAZAKH_LETTERS = "әғқңөұүіһ"
PAPERS = [matter for matter in library.matters() if not matter.is_(Trait.EMPTY)]


def of(language: Language) -> list[Matter]:
    return [one for one in library.matters() if one.language is language]


def test_there_are_many_letters_and_half_of_them_are_kazakh() -> None:
    count = len(library.matters())

    assert count >= 140
    assert len({one.code for one in library.matters()}) == count
    assert abs(len(of(Language.KK)) - len(of(Language.RU))) <= count // 10
    assert len([one for one in of(Language.KK) if one.script is Script.LATIN]) >= 10


def test_every_kind_of_writer_is_there() -> None:
    assert {trait for one in library.matters() for trait in one.traits} == set(Trait)
    assert {one.standing for one in library.matters() if one.standing} == set(Standing)


def test_some_matters_are_told_again_in_the_other_language() -> None:
    told = [(one, other) for one in library.matters() for other in library.retold(one)]

    assert len({one.same for one, _ in told}) >= 15
    assert any(one.language is not other.language for one, other in told)
    assert all(one.topic == other.topic for one, other in told)


@pytest.mark.parametrize("matter", library.matters(), ids=lambda one: one.code)
def test_a_letter_has_no_blank_left(matter: Matter) -> None:
    chance = seeded(7)

    text = letter(matter, sender(matter, Channel.PORTAL, LAST_DAY, chance), chance)

    assert "{" not in text
    assert "None" not in text


@pytest.mark.parametrize("matter", PAPERS, ids=lambda one: one.code)
def test_the_office_has_papers_for_every_matter(matter: Matter) -> None:
    for language in Language:
        papers = library.papers(matter.shelf, language)
        assert all(getattr(papers, name) for name in papers.__slots__)


@pytest.mark.parametrize(
    "matter", [one for one in library.matters() if one.is_(Trait.OUTSIDE)], ids=lambda one: one.code
)
def test_a_refusal_names_the_competent_body_and_says_why(matter: Matter) -> None:
    body = library.competent(matter.body)

    assert body.name.kk
    assert len(body.motive.kk) > 80
    assert len(body.motive.ru) > 80


def test_the_machine_finds_the_same_letters_empty_as_we_do() -> None:
    """Only a hint for a person: it may miss one, it must not accuse one that says something."""
    accused = [one.code for one in library.matters() if looks_empty(one.text) and not one.is_(Trait.EMPTY)]

    assert not accused


def test_names_use_every_kazakh_letter() -> None:
    chance = seeded(1)

    many = " ".join(str(names.person(chance, Language.KK)) for _ in range(600)).casefold()

    assert set(KAZAKH_LETTERS) <= set(many)
    assert re.search(r"(ұлы|қызы)\b", many)


def test_invented_numbers_are_right_and_nobodys() -> None:
    chance = seeded(3)

    iins = [read_iin(numbers.iin(chance, sex)) for sex in ("f", "m") * 100]

    assert all(one.valid and one.oddity is not Oddity.NO_SUCH_DATE for one in iins)
    assert all(one.born is not None and one.born.year < 1910 for one in iins)
    assert not any(fault(numbers.company_number(chance, farm=farm)) for farm in (True, False) * 100)


def test_addresses_of_mail_and_telephones_reach_nobody() -> None:
    chance = seeded(5)
    name = names.person(chance, Language.KK)

    assert all(re.search(r"^[a-z.]+\d+@example\.(com|org|net)$", names.mail(chance, name)) for _ in range(50))
    assert all(re.fullmatch(r"\+7700000\d{4}", names.phone(chance)) for _ in range(50))
