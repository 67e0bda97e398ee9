"""The register of bodies: who is there on a day, who speaks for them, and who may keep it."""

from datetime import date

import pytest

from qabyldau.bodies import actions, queries
from qabyldau.bodies.actions import BodySheet, RegisterError, Seat
from qabyldau.bodies.kinds import BodyCode, BodyKind
from qabyldau.bodies.models import Body
from qabyldau.journal.models import Entry
from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Office
from qabyldau.regulation.words import Words
from tests.flow.conftest import MONDAY

SINCE, LATER = date(2026, 1, 5), date(2026, 6, 1)
POLICE = BodySheet(
    BodyKind.TERRITORIAL, Words(kk="полиция департаменті", ru="департамент полиции"), BodyCode.INTERIOR
)
SPEAKER = Seat(Words(kk="Өкілов Ербол", ru="Окилов Ербол"), email="speaker@example.org")


@pytest.fixture
def police(office: Office, department: Actor) -> Body:
    return actions.enter_body(office.pk, POLICE, since=SINCE, by=department, at=MONDAY)


def test_a_body_stands_from_its_first_day_to_its_last(
    police: Body, office: Office, department: Actor
) -> None:
    actions.end_body(police.pk, until=LATER, by=department, at=MONDAY)

    def there(day: date) -> list[Body]:
        return list(queries.active(office.pk, day, [BodyKind.TERRITORIAL]))

    assert (there(date(2026, 1, 4)), there(SINCE), there(LATER)) == ([], [police], [police])
    assert there(date(2026, 6, 2)) == []
    assert not queries.active(office.pk, SINCE, [BodyKind.CENTRAL]).exists()


def test_one_body_is_known_by_one_code_at_a_time(police: Body, office: Office, department: Actor) -> None:
    with pytest.raises(RegisterError, match="twice"):
        actions.enter_body(office.pk, POLICE, since=LATER, by=department, at=MONDAY)

    actions.end_body(police.pk, until=date(2026, 5, 31), by=department, at=MONDAY)
    newer = actions.enter_body(office.pk, POLICE, since=LATER, by=department, at=MONDAY)

    assert queries.coded(office.pk, SINCE, [BodyCode.INTERIOR]) == {"interior": police}
    assert queries.coded(office.pk, LATER, [BodyCode.INTERIOR]) == {"interior": newer}


def test_a_user_speaks_for_a_body_between_two_days(police: Body, office: Office, department: Actor) -> None:
    seat = Seat(SPEAKER.name, user_id=department.user_id)
    one = actions.seat(police.pk, seat, since=SINCE, by=department, at=MONDAY)
    with pytest.raises(RegisterError, match="twice"):
        actions.seat(police.pk, seat, since=LATER, by=department, at=MONDAY)

    actions.unseat(one.pk, until=LATER, by=department, at=MONDAY)

    assert queries.of_user(office.pk, department.user_id, LATER) == [police]
    assert queries.of_user(office.pk, department.user_id, date(2026, 6, 2)) == []
    assert queries.of_user(office.pk, None, SINCE) == []
    assert queries.members(police, SINCE) == [one]


def test_what_changed_is_journaled_by_name_only(police: Body, department: Actor) -> None:
    moved = BodySheet(POLICE.kind, POLICE.name, POLICE.code, head=Words(kk="Басшы", ru="Глава"))
    actions.change_body(police.pk, moved, by=department, at=MONDAY)

    entry = Entry.objects.get(action="change_body")
    assert entry.object == police.key
    assert entry.facts == {"changed": ["head_kk", "head_ru"]}


def test_an_end_before_the_start_is_refused(police: Body, department: Actor) -> None:
    with pytest.raises(RegisterError, match="before_start"):
        actions.end_body(police.pk, until=date(2025, 1, 1), by=department, at=MONDAY)


def test_only_who_keeps_the_register_changes_it(police: Body, clerk: Actor) -> None:
    for act in (
        lambda: actions.end_body(police.pk, until=LATER, by=clerk, at=MONDAY),
        lambda: actions.change_body(police.pk, POLICE, by=clerk, at=MONDAY),
        lambda: actions.seat(police.pk, SPEAKER, since=SINCE, by=clerk, at=MONDAY),
    ):
        with pytest.raises(PermissionDeniedError):
            act()
