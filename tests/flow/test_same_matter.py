"""What the same applicant asked before is found by its matter; another person's matter is no ground."""

from datetime import date

import pytest

from qabyldau.likeness import Kind
from qabyldau.people.actor import Actor
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.review import actions as review
from qabyldau.review import queries
from qabyldau.review.kinds import Proposal
from tests.flow.conftest import MONDAY, look, statement

ROOF = "После капитального ремонта протекает крыша нашего дома, подрядчик не отвечает."
WATER_KK = "Трекин ауылының Абай көшесінде су жоқ, сорғы күйіп кетті."
WATER_RU = "Второй месяц без воды: село Трекино, улица Абая, сгорел насос."
WATER_LATIN = "Trekin auylynda Abai koshesinde su joq, nasos kuiip ketti."
OTHER_PERSON = "020308400024"


def came(office: Office, clerk: Actor, substance: str, number: str = "010101300010") -> Appeal:
    language = Language.RU if substance in {ROOF, WATER_RU} else Language.KK
    typed = statement(substance=substance, number=number, language=language)
    return registry.register(office, typed, by=clerk, at=MONDAY).appeal


@pytest.mark.clause("14")
@pytest.mark.parametrize("again", [WATER_RU, WATER_LATIN])
def test_p14_the_same_matter_is_found_in_other_words_and_in_the_other_language(
    office: Office, clerk: Actor, again: str
) -> None:
    first = came(office, clerk, WATER_KK)
    came(office, clerk, ROOF)
    repeat = came(office, clerk, again)

    likest, other = queries.same_matter(repeat)

    assert likest.appeal == first
    assert likest.match.likely
    assert not other.match.likely
    assert Kind.PLACE in {reason.kind for reason in likest.match.reasons}


@pytest.mark.clause("14")
def test_p14_another_persons_same_matter_is_no_ground(office: Office, clerk: Actor) -> None:
    came(office, clerk, WATER_KK, number=OTHER_PERSON)
    appeal = came(office, clerk, WATER_RU)

    assert queries.same_matter(appeal) == []


@pytest.mark.clause("14")
def test_p14_no_repeat_is_refused_until_new_arguments_were_asked_about(
    under_review: Appeal, department: Actor, head: Actor
) -> None:
    look(under_review, department, heard_before=True, remark="Ответ от 1 марта.")
    deciding, proposed = Asked(by=head, at=MONDAY), Asked(by=department, at=MONDAY)
    note = review.Proposed("Факты.", Proposal.REFUSE, ground="heard_before")

    with pytest.raises(UnlawfulError, match="news_not_asked_about"):
        review.submit(under_review.pk, proposed=note, asked=proposed)

    look(under_review, department, heard_before=True, new_arguments=False, remark="Ответ от 1 марта.")
    review.submit(under_review.pk, proposed=note, asked=proposed)
    decided = review.refuse(
        under_review.pk, ground_code="heard_before", motive="Ответ дан, новых доводов нет.", asked=deciding
    )
    assert decided.ground == "heard_before"


@pytest.mark.clause("14")
def test_p14_new_arguments_make_a_repeat_a_new_matter(under_review: Appeal, department: Actor) -> None:
    look(under_review, department, heard_before=True, new_arguments=True, remark="Ответ от 1 марта.")

    assert queries.assessment(under_review).heard_before is False


def test_a_matter_of_another_body_is_passed_on_within_three_working_days(registered: Appeal) -> None:
    found = queries.redirection(registered)

    assert found.on == date(2026, 3, 5)
    assert found.citation.number == "65"
