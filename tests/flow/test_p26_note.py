"""The note in versions: kept, compared, agreed to, put before the head, on paper."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.acts import note_papers, perform
from qabyldau.bodies.models import Body
from qabyldau.materials import actions as materials
from qabyldau.materials.actions import Given
from qabyldau.people import actions as people
from qabyldau.people import settings
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import User
from qabyldau.people.roles import Role
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review import notes
from qabyldau.review.actions import Opinion, Proposed
from qabyldau.review.kinds import Position, Proposal
from qabyldau.review.models import Note
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, moment
from tests.flow.test_p31_materials import ask, speaker, unit  # noqa: F401  situations

pytestmark = pytest.mark.clause("26")
Staff = Callable[..., Actor]
TUESDAY = moment(3, 3)


def by(actor: Actor) -> Asked:
    return Asked(by=actor, at=TUESDAY)


@pytest.fixture
def proposed(day: ReceptionDay) -> Proposed:
    return Proposed("Водопровод не работает с 10 февраля.", Proposal.RECEIVE, day.official_id, day.pk)


@pytest.fixture
def kept(under_review: Appeal, proposed: Proposed, department: Actor) -> Note:
    return review.keep_note(under_review.pk, proposed=proposed, asked=by(department))


@pytest.fixture
def colleague(staff: Staff, under_review: Appeal) -> Actor:
    """Another worker of the department, with a role to be found by."""
    actor = staff(Role.DEPARTMENT, name="colleague")
    user = User.objects.get(username=actor.name)
    people.grant(
        user,
        under_review.office_id,
        Role.DEPARTMENT,
        since=date(2025, 1, 1),
        position_kk="маман",
        position_ru="специалист",
    )
    return actor


def test_p26_versions_are_kept_side_by_side(kept: Note, department: Actor) -> None:
    review.keep_note(kept.appeal_id, proposed=Proposed("Иначе."), asked=by(department))

    assert [one.version for one in notes.versions(kept.appeal)] == [1, 2]
    assert notes.versions(kept.appeal)[0].facts.startswith("Водопровод")


def test_p26_the_same_words_are_no_new_version(kept: Note, proposed: Proposed, department: Actor) -> None:
    review.keep_note(kept.appeal_id, proposed=proposed, asked=by(department))
    review.submit(kept.appeal_id, proposed=proposed, asked=by(department))

    assert [one.version for one in notes.versions(kept.appeal)] == [1]
    assert notes.versions(kept.appeal)[0].submitted_at == TUESDAY


def test_p26_a_draft_is_ones_own_and_ends_with_the_version(
    under_review: Appeal, proposed: Proposed, department: Actor, colleague: Actor
) -> None:
    typed = {"facts": "Начало мысли"}
    review.keep_draft(under_review.pk, typed=typed, began_at=0, by=department, at=TUESDAY)
    found = notes.draft(under_review, department.user_id)

    assert found is not None
    assert found.typed == typed
    assert notes.draft(under_review, colleague.user_id) is None
    review.keep_note(under_review.pk, proposed=proposed, asked=by(department))
    assert notes.draft(under_review, department.user_id) is None


def test_p26_the_day_of_the_note_has_its_arithmetic(kept: Note) -> None:
    due = notes.note_due(kept.appeal)

    assert due is not None
    assert due.on == date(2026, 3, 12)
    assert due.citation.number == "26"
    assert sum(step.counted for step in due.steps) == 5


def test_p26_a_late_note_is_taken_and_flagged(
    under_review: Appeal, proposed: Proposed, department: Actor
) -> None:
    late = Asked(by=department, at=moment(3, 13))

    review.submit(under_review.pk, proposed=proposed, asked=late)

    assert [flag.code for flag in under_review.flags.all()] == ["note_late"]
    assert Note.objects.get().late


def test_p26_control_on_the_last_day_it_is_in_time(
    under_review: Appeal, proposed: Proposed, department: Actor
) -> None:
    review.submit(under_review.pk, proposed=proposed, asked=Asked(by=department, at=moment(3, 12)))

    assert not under_review.flags.exists()


def test_p26_the_answers_of_units_stand_in_the_note_and_on_paper(
    under_review: Appeal,
    unit: Body,  # noqa: F811
    speaker: Actor,  # noqa: F811
    department: Actor,
    day: ReceptionDay,
) -> None:
    asked = ask(under_review, unit, department)
    materials.answer(asked.pk, given=Given("Есть, строка 12."), by=speaker, at=MONDAY)
    given = {"facts": "Есть.", "proposal": "receive", "official_id": day.official_id, "day_id": day.pk}

    note = perform("submit", under_review, {**given, "facts_other": "Бар."}, by(department))

    assert [one["text"] for one in note.materials] == ["Есть, строка 12."]
    found = note_papers.of(note)
    assert [one.languages for one in found] == [["ru"], ["kk"]]
    assert "Есть, строка 12." in str(found[0].data)


def test_p26_a_colleague_agrees_and_the_head_sees_it(kept: Note, department: Actor, colleague: Actor) -> None:
    review.ask_agreement(kept.appeal_id, user_ids=(colleague.user_id or 0,), asked=by(department))

    review.agree(kept.appeal_id, said=Opinion(Position.REMARKS, "Добавьте план."), asked=by(colleague))

    found = notes.agreements(kept)[0]
    assert (found.position, found.remark) == (Position.REMARKS, "Добавьте план.")


def test_p26_who_does_not_agree_says_why(kept: Note, department: Actor, colleague: Actor) -> None:
    review.ask_agreement(kept.appeal_id, user_ids=(colleague.user_id or 0,), asked=by(department))

    with pytest.raises(UnlawfulError) as refused:
        review.agree(kept.appeal_id, said=Opinion(Position.DECLINED), asked=by(colleague))

    assert refused.value.code == "agreement_without_reason"


def test_p26_nobody_agrees_unasked(kept: Note, colleague: Actor) -> None:
    with pytest.raises(UnlawfulError) as refused:
        review.agree(kept.appeal_id, said=Opinion(Position.AGREED), asked=by(colleague))

    assert refused.value.code == "agreement_not_asked"


def test_p26_a_unit_agrees_by_its_own_person(
    kept: Note,
    unit: Body,  # noqa: F811
    speaker: Actor,  # noqa: F811
    staff: Staff,
    department: Actor,
) -> None:
    asked = review.ask_agreement(kept.appeal_id, body_ids=(unit.pk,), asked=by(department))
    row = notes.asked_of_bodies(unit.office_id, [unit.pk]).get()
    stranger = staff(Role.EXECUTOR, name="stranger")

    with pytest.raises(PermissionDeniedError):
        review.agree_for_body(row.pk, said=Opinion(Position.AGREED), by=stranger, at=TUESDAY)
    review.agree_for_body(row.pk, said=Opinion(Position.AGREED), by=speaker, at=TUESDAY)

    assert len(asked) == 1
    assert notes.agreements(kept)[0].position == Position.AGREED


def test_p26_by_the_offices_setting_a_colleague_answers_first(
    kept: Note, proposed: Proposed, department: Actor, colleague: Actor
) -> None:
    settings.put(kept.appeal.office_id, {"note_agreed_by": "colleague"})

    with pytest.raises(UnlawfulError) as refused:
        review.submit(kept.appeal_id, proposed=proposed, asked=by(department))

    assert refused.value.code == "note_not_agreed_by_colleague"
    review.ask_agreement(kept.appeal_id, user_ids=(colleague.user_id or 0,), asked=by(department))
    review.agree(kept.appeal_id, said=Opinion(Position.DECLINED, "Рано."), asked=by(colleague))
    review.submit(kept.appeal_id, proposed=proposed, asked=by(department))
    kept.appeal.refresh_from_db()
    assert kept.appeal.stage is State.DECISION


def test_p26_agreement_to_older_words_is_none_to_newer_ones(
    kept: Note, department: Actor, colleague: Actor, day: ReceptionDay
) -> None:
    settings.put(kept.appeal.office_id, {"note_agreed_by": "colleague"})
    review.ask_agreement(kept.appeal_id, user_ids=(colleague.user_id or 0,), asked=by(department))
    review.agree(kept.appeal_id, said=Opinion(Position.AGREED), asked=by(colleague))
    newer = Proposed("Совсем другое.", Proposal.RECEIVE, day.official_id, day.pk)

    with pytest.raises(UnlawfulError) as refused:
        review.submit(kept.appeal_id, proposed=newer, asked=by(department))

    assert refused.value.code == "note_not_agreed_by_colleague"


@pytest.mark.parametrize("part", ["wrote an earlier version", "agreed"])
def test_p26_who_had_a_part_in_the_note_does_not_decide(
    part: str, kept: Note, proposed: Proposed, department: Actor, head: Actor, staff: Staff, day: ReceptionDay
) -> None:
    """The same person holds two roles: what they wrote or agreed to, they do not decide on."""
    both = staff(Role.HEAD_OF_OFFICE, Role.DEPARTMENT, name="both")
    if part == "agreed":
        Note.objects.get(pk=kept.pk).agreements.create(
            user_id=both.user_id, name_kk="Б", name_ru="Б", asked_at=TUESDAY
        )
        review.agree(kept.appeal_id, said=Opinion(Position.AGREED), asked=by(both))
    else:
        review.keep_note(kept.appeal_id, proposed=Proposed("Черновик."), asked=by(both))
    review.submit(kept.appeal_id, proposed=proposed, asked=by(department))

    with pytest.raises(UnlawfulError) as refused:
        review.approve(kept.appeal_id, day_id=day.pk, mode=Mode.IN_PERSON, asked=by(both))

    assert refused.value.code == "prepared_by_the_same_person"
    review.approve(kept.appeal_id, day_id=day.pk, mode=Mode.IN_PERSON, asked=by(head))
