"""One person behind two appeals, one appeal by two ways, many people behind one, and nobody to be reached."""

from dataclasses import replace
from datetime import date

import pytest

from qabyldau.journal import queries as journal
from qabyldau.outbox.models import Message
from qabyldau.people import settings
from qabyldau.people.actions import Person
from qabyldau.people.actor import Actor
from qabyldau.people.kinds import ApplicantKind
from qabyldau.people.models import Office
from qabyldau.registry import actions as registry
from qabyldau.registry.amending import Named
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.registry.sameness import Why, sightings
from qabyldau.registry.statement import Contact
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import queries as review
from qabyldau.screening import actions as screening
from qabyldau.screening import queries
from qabyldau.screening.actions import Tried
from qabyldau.screening.kinds import Reached, Way
from tests.flow.conftest import MONDAY, WATER, moment, statement

PHONE = Contact(phone="+77010000009")
BORN = date(1980, 5, 17)
NOBODY = Tried(Way.CALL, Reached.NO_ANSWER)


def came(office: Office, clerk: Actor, name: str, **changes: object) -> Appeal:
    """Of somebody without a number."""
    born = changes.pop("born_on", None)
    number = str(changes.pop("number", ""))
    person = Person(ApplicantKind.CITIZEN, name, number=number, born_on=born)  # type: ignore[arg-type]
    typed = statement(**{"contact": Contact(), **changes})  # type: ignore[arg-type]  # columns by name
    return registry.register(office, replace(typed, person=person), by=clerk, at=MONDAY).appeal


@pytest.mark.clause("14")
@pytest.mark.parametrize(
    ("name", "beside", "why"),
    [
        ("Үлгіова Ақмарал Тестқызы", {"contact": PHONE}, (Why.NAME, Why.PHONE)),
        ("Ульгиова Акмарал", {"contact": PHONE}, (Why.SPELLING, Why.PHONE)),
        ("Ulgiova Aqmaral", {"born_on": BORN}, (Why.SPELLING, Why.BIRTH)),
        ("Үлгіова Ақморал", {"contact": PHONE}, (Why.SLIP, Why.PHONE)),
        ("Үлгіова Ақмарал Тестқызы", {}, (Why.NAME,)),
    ],
)
def test_p14_somebody_without_a_number_is_found_by_name_birth_and_phone(
    name: str, beside: dict[str, object], why: tuple[Why, ...], office: Office, clerk: Actor
) -> None:
    known = {"contact": PHONE, "born_on": BORN}
    first = came(office, clerk, "Үлгіова Ақмарал Тестқызы", **known)

    found = sightings(came(office, clerk, name, **beside))

    assert [(one.appeal, one.why, one.sure) for one in found] == [(first, why, False)]


@pytest.mark.clause("14")
@pytest.mark.parametrize(
    ("name", "beside"),
    [
        ("Ахметов Ерлан", {"contact": PHONE}),
        ("Ульгиова Акмарал", {}),
        ("Үлгіова Ақмарал Тестқызы", {"contact": PHONE, "born_on": date(1981, 5, 17)}),
        ("Үлгіова Ақмарал Тестқызы", {"contact": PHONE, "number": "020308400024"}),
    ],
)
def test_p14_a_stranger_is_not_taken_for_them(
    name: str, beside: dict[str, object], office: Office, clerk: Actor
) -> None:
    came(office, clerk, "Үлгіова Ақмарал Тестқызы", contact=PHONE, born_on=BORN, number="010101300010")

    assert sightings(came(office, clerk, name, **beside)) == []


@pytest.mark.clause("14")
def test_p14_the_finder_of_the_same_matter_looks_at_them_too(office: Office, clerk: Actor) -> None:
    first = came(office, clerk, "Үлгіова Ақмарал", contact=PHONE)

    found = review.same_matter(came(office, clerk, "Ulgiova Aqmaral", contact=PHONE))

    assert [(one.appeal, one.match.likely, one.person.sure) for one in found] == [(first, True, False)]


@pytest.fixture
def later(office: Office, registered: Appeal, clerk: Actor) -> Appeal:  # noqa: ARG001  it came first
    """The same by phone an hour after the paper."""
    typed = statement(channel=Channel.CALL_CENTRE, substance=f"{WATER} Помогите.")
    return registry.register(office, typed, by=clerk, at=moment(3, 2, 12)).appeal


def joined(later: Appeal, earlier: Appeal, by: Actor) -> Appeal:
    return screening.merge(later.pk, earlier_id=earlier.pk, asked=Asked(by=by, at=MONDAY))


def test_a_likely_double_is_shown_and_nothing_is_done(registered: Appeal, later: Appeal) -> None:
    found = queries.likely_double(later)

    assert found
    assert found.appeal == registered
    assert later.stage is State.REGISTERED
    assert queries.likely_double(registered) is None


def test_a_joined_appeal_keeps_its_number_and_is_told_once(
    registered: Appeal, later: Appeal, department: Actor
) -> None:
    number = later.number

    joined(later, registered, department)

    later.refresh_from_db()
    registered.refresh_from_db()
    assert (later.stage, later.number, later.due_on) == (State.MERGED, number, None)
    assert (later.merged_into, registered.stage) == (registered, State.REGISTERED)
    assert list(queries.joined(registered)) == [later]
    assert Message.objects.filter(notice="merger", channel="email").count() == 1
    for appeal, step in ((later, "merge"), (registered, "merge_in")):
        assert journal.about(appeal.office_id, appeal.key).last().action == step  # type: ignore[union-attr]


def test_a_joining_by_mistake_is_undone_with_the_term_it_had(
    registered: Appeal, later: Appeal, department: Actor
) -> None:
    due = later.due_on
    joined(later, registered, department)

    screening.separate(later.pk, asked=Asked(by=department, at=moment(3, 3)))

    later.refresh_from_db()
    assert (later.stage, later.due_on, later.merged_into) == (State.REGISTERED, due, None)
    assert later.terms.filter(kind="answer", met_on=None).count() == 1
    assert not queries.joined(registered).exists()


def test_the_earlier_does_not_join_the_later(registered: Appeal, later: Appeal, department: Actor) -> None:
    with pytest.raises(UnlawfulError, match="not_the_earlier"):
        joined(registered, later, department)


def test_another_persons_appeal_is_not_joined(office: Office, registered: Appeal, clerk: Actor) -> None:
    other = registry.register(office, statement(number="020308400024"), by=clerk, at=MONDAY).appeal

    with pytest.raises(UnlawfulError, match="another_person"):
        joined(other, registered, clerk)


def test_an_answered_appeal_takes_in_no_other(
    registered: Appeal, later: Appeal, department: Actor, clerk: Actor
) -> None:
    registry.withdraw(registered.pk, asked=Asked(by=clerk, at=MONDAY))

    with pytest.raises(UnlawfulError, match="earlier_is_answered"):
        joined(later, registered, department)


def test_who_holds_another_does_not_join_a_third(
    office: Office, registered: Appeal, later: Appeal, clerk: Actor
) -> None:
    third = registry.register(office, statement(), by=clerk, at=MONDAY).appeal
    joined(third, later, clerk)

    with pytest.raises(UnlawfulError, match="holds_others"):
        joined(later, registered, clerk)
    with pytest.raises(UnlawfulError, match="act_not_now"):
        joined(third, registered, clerk)


def test_those_who_appeal_together_are_counted_and_the_unsigned_flagged_once(
    registered: Appeal, clerk: Actor
) -> None:
    names = (Named("Сынақов Асан", signed=True), Named("Үлгінов Болат", signed=False))
    for _ in range(2):
        screening.name_co_applicants(registered.pk, names=names, asked=Asked(by=clerk, at=MONDAY))

    registered.refresh_from_db()
    assert registered.people_count == 3
    assert [(one.place, one.name, one.signed) for one in registered.co_applicants.all()] == [
        (1, "Сынақов Асан", True),
        (2, "Үлгінов Болат", False),
    ]
    assert [one.code for one in registered.flags.all()] == ["names_unsigned"]


def test_the_letter_of_a_collective_appeal_goes_to_the_applicant_who_stands_first(
    registered: Appeal, clerk: Actor, department: Actor
) -> None:
    names = (Named("Сынақов Асан", signed=True),)
    screening.name_co_applicants(registered.pk, names=names, asked=Asked(by=clerk, at=MONDAY))
    registry.withdraw(registered.pk, asked=Asked(by=department, at=MONDAY))

    letter = Message.objects.get(notice="withdrawal", channel="email")
    assert (letter.address, "Сынақов" in letter.text) == ("ulgi@example.org", False)


def tried(appeal: Appeal, by: Actor, *tries: Tried) -> None:
    for one in tries:
        screening.note_contact(appeal.pk, tried=one, asked=Asked(by=by, at=MONDAY))


@pytest.mark.clause("29")
def test_p29_after_three_vain_tries_a_letter_goes_on_paper_and_it_is_flagged(
    registered: Appeal, clerk: Actor
) -> None:
    tried(registered, clerk, NOBODY, NOBODY)
    assert not Message.objects.filter(notice="unreached").exists()

    tried(registered, clerk, NOBODY, NOBODY)

    letter = Message.objects.get(notice="unreached")
    assert (letter.channel, "Число попыток: 3" in letter.text) == ("paper", True)
    assert [one.code for one in registered.flags.all()] == ["unreachable"]
    assert queries.is_unreachable(registered)


def test_who_was_reached_meanwhile_is_not_written_to(registered: Appeal, clerk: Actor) -> None:
    tried(registered, clerk, NOBODY, NOBODY, Tried(Way.CALL, Reached.YES), NOBODY, NOBODY)

    assert not Message.objects.filter(notice="unreached").exists()


def test_the_office_says_after_how_many_tries(registered: Appeal, clerk: Actor) -> None:
    settings.put(registered.office_id, {"contact_tries": 1})

    tried(registered, clerk, NOBODY)

    assert Message.objects.filter(notice="unreached").count() == 1


def test_a_letter_that_came_back_is_recorded_and_flagged(registered: Appeal, clerk: Actor) -> None:
    tried(registered, clerk, Tried(Way.POST, Reached.CAME_BACK, remark="адресат выбыл"))

    assert [one.code for one in registered.flags.all()] == ["letter_came_back"]
    assert journal.about(registered.office_id, registered.key).last().facts["result"] == "came_back"  # type: ignore[union-attr]
