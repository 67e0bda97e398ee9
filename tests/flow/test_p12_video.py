"""Paragraphs 12 and 13: by video with consent, by whom the act allows, and in nobody else's room."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from qabyldau.people.actor import Actor, PermissionDeniedError
from qabyldau.people.models import Official
from qabyldau.people.roles import Role
from qabyldau.ports.video import Part, VideoFailedError
from qabyldau.reception import desk
from qabyldau.registry.models import Appeal
from qabyldau.registry.moves import Asked
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.norms.schedule import Rank
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.regulation.words import Language
from qabyldau.review.models import Appointment
from qabyldau.schedule.models import Restriction
from qabyldau.video import actions, queries, server
from qabyldau.video.models import VideoRoom
from tests.flow.conftest import SHOWN, moment
from tests.flow.video import *  # noqa: F403  the server and the hour
from tests.flow.video import OwnServer

RU = Language.RU
FOUR_TO = moment(3, 19, 14, 45)


def guest(appeal: Appeal, at: datetime = FOUR_TO) -> Asked:
    return Asked(by=Actor.applicant(appeal.office_id, appeal.pk), at=at)


def refused(code: str) -> Callable[[UnlawfulError], bool]:
    return lambda found: found.code == code and found.citation is not None


def enter(appeal: Appeal, asked: Asked) -> str:
    return actions.enter(appeal.pk, language=RU, asked=asked)


@pytest.mark.clause("12")
def test_p12_by_video_only_with_consent_and_by_whom_the_act_allows(
    by_video: Appeal, akim: Official, rooms: OwnServer
) -> None:
    Appeal.objects.filter(pk=by_video.pk).update(video_consent=False)
    with pytest.raises(UnlawfulError, check=refused("video_without_consent")):
        enter(by_video, guest(by_video))
    Appeal.objects.filter(pk=by_video.pk).update(video_consent=True)
    Official.objects.filter(pk=akim.pk).update(rank=Rank.HEADS_OF_DEPARTMENTS)
    with pytest.raises(UnlawfulError, check=refused("video_by_whom")):
        enter(by_video, guest(by_video))
    assert not rooms.let_in

    Official.objects.filter(pk=akim.pk).update(rank=Rank.AKIM_AND_DEPUTIES)
    assert enter(by_video, guest(by_video)).endswith("as=guest")


@pytest.mark.clause("13")
def test_p13_under_a_restriction_every_official_receives_by_video(
    by_video: Appeal, akim: Official, clerk: Actor, rooms: OwnServer
) -> None:
    Official.objects.filter(pk=akim.pk).update(rank=Rank.HEADS_OF_DEPARTMENTS)
    with pytest.raises(UnlawfulError, check=refused("video_by_whom")):
        enter(by_video, guest(by_video))
    Restriction.objects.create(
        office_id=by_video.office_id,
        act_number="5",
        act_date=date(2026, 3, 1),
        since=date(2026, 3, 1),
        until=date(2026, 3, 31),
        by_user_id=clerk.user_id,
        declared_at=moment(3, 1),
    )

    assert enter(by_video, guest(by_video)).startswith("https://video.example.kz/")
    assert len(rooms.opened) == 1
    assert desk.arrive(by_video.pk, arrival=SHOWN, asked=Asked(by=clerk, at=FOUR_TO)).mode == Mode.VIDEO


@pytest.mark.clause("12")
def test_p12_the_room_opens_a_quarter_of_an_hour_before_and_closes_with_the_day(
    by_video: Appeal, rooms: OwnServer
) -> None:
    with pytest.raises(UnlawfulError, check=refused("video_not_open_yet")):
        enter(by_video, guest(by_video, moment(3, 19, 14, 44)))
    with pytest.raises(UnlawfulError, check=refused("video_closed")):
        enter(by_video, guest(by_video, moment(3, 20, 0, 0)))

    enter(by_video, guest(by_video, moment(3, 19, 14, 45)))
    (room,) = rooms.opened
    assert (room.opens, room.closes) == (moment(3, 19, 14, 45), moment(3, 20, 0))


@pytest.mark.clause("12")
def test_p12_official_and_applicant_meet_in_one_room_with_different_rights(
    by_video: Appeal, clerk: Actor, rooms: OwnServer
) -> None:
    enter(by_video, guest(by_video))
    desk.arrive(by_video.pk, arrival=SHOWN, asked=Asked(by=clerk, at=FOUR_TO))
    enter(by_video, Asked(by=clerk, at=FOUR_TO))
    enter(by_video, guest(by_video))

    assert len({room.name for room in rooms.opened}) == 1
    assert [(one.part, one.shown) for one in rooms.let_in] == [
        (Part.GUEST, "15:00"),
        (Part.HOST, "маман"),
        (Part.GUEST, "№ 1"),
    ]
    assert by_video.number not in rooms.opened[0].name


def test_nobody_else_is_let_in(by_video: Appeal, staff: Callable[..., Actor], rooms: OwnServer) -> None:
    stranger = Asked(by=Actor.applicant(by_video.office_id, by_video.pk + 1), at=FOUR_TO)
    for asked in (stranger, Asked(by=staff(Role.PRESS), at=FOUR_TO)):
        with pytest.raises(PermissionDeniedError):
            enter(by_video, asked)

    assert not VideoRoom.objects.exists()
    assert not rooms.let_in


def test_a_reception_in_person_has_no_room(appointed: Appeal, rooms: OwnServer) -> None:
    with pytest.raises(UnlawfulError, check=refused("not_by_video")):
        enter(appointed, guest(appointed))

    assert not rooms.opened


def test_a_server_that_fails_or_is_not_there_is_said_and_the_telephone_is_recorded(
    by_video: Appeal, clerk: Actor, rooms: OwnServer
) -> None:
    rooms.broken = True
    with pytest.raises(VideoFailedError):
        enter(by_video, guest(by_video))
    server.connect(lambda: None)
    with pytest.raises(server.NoVideoServerError):
        enter(by_video, guest(by_video))

    asked = [actions.ask_phone(by_video.pk, asked=guest(by_video)).phone_asked_at for _ in range(2)]
    day = Appointment.objects.get(appeal=by_video, live=True).slot.day
    assert asked == [FOUR_TO, FOUR_TO]
    assert list(queries.asked_for_a_call(day)) == [by_video.pk]
    with pytest.raises(PermissionDeniedError):
        actions.use_phone(by_video.pk, asked=guest(by_video))
    actions.use_phone(by_video.pk, asked=Asked(by=clerk, at=FOUR_TO))
    assert not queries.asked_for_a_call(day)
