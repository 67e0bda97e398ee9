"""Bodies at the akim's reception: asked, told of what concerns them, answering, coming; refusals reported."""

from collections.abc import Callable
from datetime import date

import pytest

from qabyldau.bodies import actions as bodies
from qabyldau.bodies.actions import BodySheet, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.bodies.models import Body
from qabyldau.journal.models import Entry
from qabyldau.outbox.models import Message
from qabyldau.papers import queries as papers
from qabyldau.participation import actions, ledger, queries
from qabyldau.participation.actions import Guest, Said, Sent
from qabyldau.participation.kinds import Answer, Way
from qabyldau.participation.models import Invitation, RefusalReport
from qabyldau.people import actions as people
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office, Official, User
from qabyldau.people.roles import Role
from qabyldau.registry.errors import StaleError
from qabyldau.registry.models import Appeal
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language, Words
from qabyldau.schedule.models import ReceptionDay
from tests.flow.conftest import MONDAY, RECEPTION, moment

SINCE = date(2025, 1, 1)
GIST = "Нет воды в селе, просят водопровод."
COMES = Said(Answer.CONFIRMED, name="Окилов Ербол", position="аға прокурор")
WILL_NOT = Said(Answer.DECLINED, reason="Все заняты на учениях.")
Akims = ReceptionDay


@pytest.fixture
def akims(day: ReceptionDay, akim: Official) -> ReceptionDay:
    """A published day of the akim himself, not of a deputy."""
    user = User.objects.create_user("theakim")
    people.grant(user, akim.office_id, Role.AKIM, since=SINCE, position_kk="әкім", position_ru="аким")
    Official.objects.filter(pk=akim.pk).update(user=user)
    day.refresh_from_db()
    return day


@pytest.fixture
def four(office: Office, department: Actor) -> dict[str, Body]:
    def enter(code: BodyCode, language: Language) -> Body:
        sheet = BodySheet(
            BodyKind.TERRITORIAL,
            Words(kk=f"{code} органы", ru=f"орган {code}"),
            code,
            email=f"{code}@example.org",
            language=language,
        )
        return bodies.enter_body(office.pk, sheet, since=SINCE, by=department, at=MONDAY)

    return {
        "prosecutors": enter(BodyCode.PROSECUTORS, Language.KK),
        "interior": enter(BodyCode.INTERIOR, Language.RU),
        "anti_corruption": enter(BodyCode.ANTI_CORRUPTION, Language.RU),
        "judicial_administration": enter(BodyCode.JUDICIAL_ADMINISTRATION, Language.RU),
    }


@pytest.fixture
def invited(akims: ReceptionDay, four: dict[str, Body], department: Actor) -> dict[str, Invitation]:
    guests = tuple(Guest(body.pk) for body in four.values())
    rows = actions.invite(akims.pk, guests=guests, by=department, at=MONDAY)
    return {row.body.code: row for row in rows}


@pytest.mark.clause("17")
def test_p17_the_akims_day_is_not_ready_while_one_body_is_silent(
    akims: ReceptionDay, invited: dict[str, Invitation], department: Actor
) -> None:
    assert len(queries.missing(akims)) == 4
    for code in ("prosecutors", "interior", "anti_corruption"):
        actions.reply(invited[code].pk, said=COMES, by=department, at=MONDAY)

    assert [one.code for one in queries.missing(akims)] == ["judicial_administration"]
    assert queries.unready_days(akims.office_id, MONDAY.date(), RECEPTION) == [akims]

    actions.reply(invited["judicial_administration"].pk, said=COMES, by=department, at=MONDAY)
    assert queries.missing(akims) == ()
    assert queries.unready_days(akims.office_id, MONDAY.date(), RECEPTION) == []


@pytest.mark.clause("17")
def test_p17_a_deputys_day_needs_nobody(day: ReceptionDay) -> None:
    assert queries.required(day) == ()
    assert queries.missing(day) == ()


@pytest.mark.clause("17")
def test_p17_each_body_is_written_to_by_a_numbered_paper_in_its_own_language(
    invited: dict[str, Invitation],
) -> None:
    kk, ru = invited["prosecutors"], invited["interior"]
    letters = {one.about: one for one in Message.objects.filter(notice="invitation")}

    assert [one.languages for one in (papers.of(kk.key)[0], papers.of(ru.key)[0])] == [["kk"], ["ru"]]
    assert "шақыр" in letters[kk.key].text
    assert "Приглашаем" in letters[ru.key].text
    assert letters[ru.key].address == "interior@example.org"
    assert letters[ru.key].paper_id == papers.of(ru.key)[0].pk
    assert kk.required
    assert kk.answer_by == date(2026, 3, 16)


def test_a_body_is_told_number_and_gist_and_nothing_of_the_person(
    akims: ReceptionDay, four: dict[str, Body], approved: Appeal, department: Actor
) -> None:
    guest = Guest(four["interior"].pk, {approved.pk: GIST})
    (row,) = actions.invite(akims.pk, guests=(guest,), by=department, at=MONDAY)

    said = str(papers.of(row.key)[0].data) + Message.objects.get(notice="invitation").text
    assert approved.number in said
    assert GIST in said
    for kept in (approved.applicant_name, approved.phone, approved.email, approved.substance):
        assert kept not in said


def test_another_officials_matter_is_not_told(
    akims: ReceptionDay, four: dict[str, Body], registered: Appeal, department: Actor
) -> None:
    with pytest.raises(LookupError):
        actions.invite(
            akims.pk, guests=(Guest(four["interior"].pk, {registered.pk: GIST}),), by=department, at=MONDAY
        )


def test_a_changed_list_of_matters_replaces_the_paper(
    invited: dict[str, Invitation], approved: Appeal, department: Actor
) -> None:
    row = invited["interior"]
    actions.retell(row.pk, gists={approved.pk: GIST}, by=department, at=moment(3, 3))

    first, second = papers.of(row.key)
    assert first.replaced_by == second
    assert GIST in str(second.data)


def test_who_was_asked_is_not_asked_again(
    akims: ReceptionDay, invited: dict[str, Invitation], department: Actor
) -> None:
    again = actions.invite(
        akims.pk, guests=(Guest(invited["interior"].body_id),), by=department, at=moment(3, 3)
    )

    assert again == []
    assert Invitation.objects.count() == 4


def test_a_past_or_unpublished_day_has_no_guests(
    akims: ReceptionDay, four: dict[str, Body], department: Actor
) -> None:
    guests = (Guest(four["interior"].pk),)
    with pytest.raises(UnlawfulError, match="day_is_over"):
        actions.invite(akims.pk, guests=guests, by=department, at=moment(3, 20))

    ReceptionDay.objects.filter(pk=akims.pk).update(published_at=None)
    with pytest.raises(UnlawfulError, match="day_not_published"):
        actions.invite(akims.pk, guests=guests, by=department, at=MONDAY)


def test_only_who_speaks_for_the_body_answers_for_it(
    invited: dict[str, Invitation],
    four: dict[str, Body],
    department: Actor,
    staff: Callable[..., Actor],
    clerk: Actor,
) -> None:
    speaker = staff(Role.BODY_REPRESENTATIVE)
    seat = Seat(Words(kk="Өкілов", ru="Окилов"), user_id=speaker.user_id)
    one = bodies.seat(four["interior"].pk, seat, since=SINCE, by=department, at=MONDAY)

    said = Said(Answer.CONFIRMED, representative_id=one.pk)
    found = actions.reply(invited["interior"].pk, said=said, by=speaker, at=MONDAY)

    assert (found.name, found.by_office) == ("Окилов", False)
    for stranger, row in ((speaker, invited["prosecutors"]), (clerk, invited["interior"])):
        with pytest.raises(PermissionDeniedError):
            actions.reply(row.pk, said=COMES, by=stranger, at=MONDAY)


def test_who_comes_is_named_and_who_does_not_says_why(
    invited: dict[str, Invitation], department: Actor
) -> None:
    row = invited["interior"]
    with pytest.raises(UnlawfulError, match="representative_not_named"):
        actions.reply(row.pk, said=Said(Answer.CONFIRMED), by=department, at=MONDAY)
    with pytest.raises(UnlawfulError, match="refusal_without_reason"):
        actions.reply(row.pk, said=Said(Answer.DECLINED, reason=" "), by=department, at=MONDAY)


def test_a_substitute_counts_and_the_first_name_stays_readable(
    invited: dict[str, Invitation], department: Actor
) -> None:
    row = invited["interior"]
    actions.reply(row.pk, said=COMES, by=department, at=MONDAY)
    actions.reply(
        row.pk, said=Said(Answer.CONFIRMED, name="Заменов Зият", seen=1), by=department, at=moment(3, 4)
    )

    assert [one.name for one in row.replies.all()] == ["Окилов Ербол", "Заменов Зият"]
    with pytest.raises(StaleError):
        actions.reply(row.pk, said=Said(Answer.DECLINED, reason="нет", seen=1), by=department, at=MONDAY)


def test_on_the_day_the_one_who_came_is_noted_once(
    invited: dict[str, Invitation], department: Actor, clerk: Actor
) -> None:
    row = invited["interior"]
    actions.reply(row.pk, said=COMES, by=department, at=MONDAY)
    with pytest.raises(UnlawfulError, match="day_not_come"):
        actions.attend(row.pk, came=True, by=clerk, at=MONDAY)

    found = actions.attend(row.pk, came=True, by=clerk, at=moment(3, 19, 15))

    assert found.name == "Окилов Ербол"
    with pytest.raises(StaleError):
        actions.attend(row.pk, came=False, by=clerk, at=moment(3, 19, 16))
    with pytest.raises(UnlawfulError, match="already_came"):
        actions.reply(row.pk, said=WILL_NOT, by=department, at=moment(3, 19, 16))


@pytest.mark.clause("20")
def test_p20_a_refusal_opens_the_duty_to_report_it_in_two_working_days(
    invited: dict[str, Invitation], department: Actor
) -> None:
    actions.reply(invited["interior"].pk, said=WILL_NOT, by=department, at=moment(3, 5))

    owed = RefusalReport.objects.get()
    assert (owed.refused_on, owed.due_on) == (date(2026, 3, 5), date(2026, 3, 10))
    assert owed.cited.number == "20"
    assert list(queries.owed_refusals(owed.office_id)) == [owed]

    actions.make_report(owed.pk, by=department, at=moment(3, 6))
    sent = Sent(date(2026, 3, 10), Way.SED, "12-3/44")
    actions.record_sent(owed.pk, sent=sent, by=department, at=moment(3, 10))

    owed.refresh_from_db()
    assert (owed.sent_on, owed.breached_on) == (sent.on, None)
    (paper,) = papers.of(owed.key)
    assert paper.languages == ["kk", "ru"]
    assert "учениях" in str(paper.data)
    assert not queries.owed_refusals(owed.office_id).exists()


@pytest.mark.clause("20")
def test_p20_an_overdue_report_is_a_breach_noted_once(
    office: Office, invited: dict[str, Invitation], department: Actor
) -> None:
    actions.reply(invited["interior"].pk, said=WILL_NOT, by=department, at=moment(3, 5))
    assert actions.flag_overdue(office, moment(3, 10)) == 0

    assert [actions.flag_overdue(office, moment(3, day)) for day in (11, 12)] == [1, 0]

    entry = Entry.objects.get(action="flag")
    assert entry.citation
    assert entry.citation["number"] == "20"
    assert entry.facts["code"] == "refusal_not_reported"


@pytest.mark.clause("20")
def test_p20_a_body_that_comes_after_all_is_not_reported(
    invited: dict[str, Invitation], department: Actor
) -> None:
    row = invited["interior"]
    actions.reply(row.pk, said=WILL_NOT, by=department, at=moment(3, 5))
    actions.reply(row.pk, said=COMES, by=department, at=moment(3, 6))

    assert not queries.owed_refusals(row.office_id).exists()

    actions.reply(row.pk, said=WILL_NOT, by=department, at=moment(3, 9))
    assert [one.refused_on for one in queries.owed_refusals(row.office_id)] == [date(2026, 3, 9)]


@pytest.mark.clause("20")
def test_p20_nothing_is_reported_of_a_deputys_reception(
    day: ReceptionDay, four: dict[str, Body], department: Actor
) -> None:
    (row,) = actions.invite(day.pk, guests=(Guest(four["interior"].pk),), by=department, at=MONDAY)
    assert not row.required

    actions.reply(row.pk, said=WILL_NOT, by=department, at=moment(3, 5))

    assert not RefusalReport.objects.exists()


def test_a_report_is_sent_once_after_it_is_made_and_never_in_advance(
    invited: dict[str, Invitation], department: Actor
) -> None:
    actions.reply(invited["interior"].pk, said=WILL_NOT, by=department, at=moment(3, 5))
    owed = RefusalReport.objects.get()
    sent = Sent(date(2026, 3, 6), Way.EMAIL)
    with pytest.raises(UnlawfulError, match="report_not_made"):
        actions.record_sent(owed.pk, sent=sent, by=department, at=moment(3, 6))
    actions.make_report(owed.pk, by=department, at=moment(3, 6))
    with pytest.raises(UnlawfulError, match="report_day_impossible"):
        actions.record_sent(owed.pk, sent=Sent(date(2026, 3, 9), Way.SED), by=department, at=moment(3, 6))

    actions.record_sent(owed.pk, sent=sent, by=department, at=moment(3, 6))

    with pytest.raises(StaleError):
        actions.record_sent(owed.pk, sent=sent, by=department, at=moment(3, 6))


def test_silent_bodies_are_reminded_three_days_and_one_day_ahead_once(
    office: Office, invited: dict[str, Invitation], department: Actor
) -> None:
    actions.reply(invited["prosecutors"].pk, said=COMES, by=department, at=MONDAY)
    for at in (
        moment(3, 13),
        moment(3, 16),
        moment(3, 16, 12),
        moment(3, 17),
        moment(3, 18, 7),
        moment(3, 18),
    ):
        actions.tick(office, at)

    reminders = Message.objects.filter(notice="reminder")
    days = sorted(one.created_at.date() for one in reminders.filter(about=invited["interior"].key))
    assert days == [date(2026, 3, 16), date(2026, 3, 18)]
    assert not reminders.filter(about=invited["prosecutors"].key).exists()


def test_a_day_taken_off_recalls_its_guests(
    office: Office, akims: ReceptionDay, invited: dict[str, Invitation]
) -> None:
    ReceptionDay.objects.filter(pk=akims.pk).update(taken_off_at=moment(3, 4))
    actions.tick(office, moment(3, 4, 12))
    actions.tick(office, moment(3, 4, 13))

    assert queries.invitations(akims) == []
    assert Message.objects.filter(notice="recalled").count() == len(invited)


def test_the_ledger_counts_who_was_asked_came_and_declined(
    invited: dict[str, Invitation], department: Actor, clerk: Actor
) -> None:
    actions.reply(invited["prosecutors"].pk, said=COMES, by=department, at=MONDAY)
    actions.reply(invited["interior"].pk, said=COMES, by=department, at=MONDAY)
    actions.reply(invited["anti_corruption"].pk, said=WILL_NOT, by=department, at=MONDAY)
    actions.attend(invited["prosecutors"].pk, came=True, by=clerk, at=moment(3, 19, 15))
    actions.attend(invited["interior"].pk, came=False, by=clerk, at=moment(3, 19, 15))

    rows = ledger.of(clerk.office_id, date(2026, 3, 1), date(2026, 3, 31))

    found = {row.body.code: (row.asked, row.confirmed, row.declined, row.silent, row.came) for row in rows}
    assert found == {
        "prosecutors": (1, 1, 0, 0, 1),
        "interior": (1, 1, 0, 0, 0),
        "anti_corruption": (1, 0, 1, 0, 0),
        "judicial_administration": (1, 0, 0, 1, 0),
    }
    assert [row.absent for row in rows if row.body.code == "interior"] == [1]
    assert ledger.of(clerk.office_id, date(2026, 4, 1), date(2026, 4, 30)) == []
    total = ledger.totals(clerk.office_id, date(2026, 3, 1), date(2026, 3, 31))
    assert (total.asked, total.came, total.refusals, total.late_reports) == (4, 1, 1, 0)
