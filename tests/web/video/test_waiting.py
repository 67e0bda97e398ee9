"""The applicant's waiting room: the way in, the line, the telephone; and the check of devices."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.registry.models import Appeal
from qabyldau.video import server
from qabyldau.video.models import VideoRoom
from tests.flow.conftest import arrive, moment
from tests.flow.video import OwnServer

PAGE, ENTER = "/ru/track/appeal/video/", "/ru/track/appeal/video/enter/"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 14, 50), tick=False) as traveller:
        yield traveller


def shown(client: Client, address: str = PAGE) -> str:
    return client.get(address).content.decode()


@pytest.mark.clause("12")
def test_p12_the_way_in_stands_on_the_page_from_a_quarter_of_an_hour_before(
    applicant: Client, rooms: OwnServer, clock: time_machine.Traveller
) -> None:
    clock.move_to(moment(3, 19, 14, 40))
    early = shown(applicant)
    refused = applicant.post(ENTER)
    clock.move_to(moment(3, 19, 14, 45))
    answer = applicant.post(ENTER)

    assert ENTER not in early
    assert "14:45" in early
    assert refused.status_code == 422
    assert "п. 12 " in refused.content.decode()
    assert ENTER in shown(applicant)
    assert f"https://video.example.kz/{rooms.opened[0].name}" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.clause("12")
def test_p12_without_consent_nobody_comes_in(applicant: Client, by_video: Appeal, rooms: OwnServer) -> None:
    Appeal.objects.filter(pk=by_video.pk).update(video_consent=False)
    refused = applicant.post(ENTER)
    Appeal.objects.filter(pk=by_video.pk).update(video_consent=True)

    assert refused.status_code == 422
    assert "Нет согласия заявителя" in refused.content.decode()
    assert not rooms.let_in
    assert applicant.post(ENTER).status_code == 200


def test_the_line_is_told_with_its_reason(applicant: Client, by_video: Appeal, clerk: Actor) -> None:
    before = shown(applicant)
    arrive(by_video, clerk)

    assert "Вы ещё не в очереди" in before
    assert "Вы следующий в очереди" in shown(applicant)
    assert "основание места" in shown(applicant)


def test_who_cannot_connect_asks_to_be_called(applicant: Client, by_video: Appeal, rooms: OwnServer) -> None:
    rooms.broken = True
    failed = applicant.post(ENTER)
    said = applicant.post("/ru/track/appeal/video/phone/", follow=True).content.decode()

    assert failed.status_code == 503
    assert "Видеосвязь сейчас не работает" in failed.content.decode()
    assert "позвоним" in said
    assert VideoRoom.objects.get(appointment__appeal=by_video).phone_asked_at


def test_without_a_server_the_page_says_so(applicant: Client) -> None:
    assert not server.is_connected()
    assert "Видеосвязь сейчас не работает" in shown(applicant)
    assert applicant.post(ENTER).status_code == 409


def test_the_page_of_the_appeal_leads_to_the_video(applicant: Client) -> None:
    assert PAGE in shown(applicant, "/ru/track/appeal/")


@pytest.mark.usefixtures("office")
def test_nobody_without_an_appeal_opened_gets_in(rooms: OwnServer) -> None:
    answers = [Client().get(PAGE), Client().post(ENTER), Client().post("/ru/track/appeal/video/phone/")]

    assert {answer["Location"] for answer in answers} == {"/ru/track/"}
    assert not rooms.opened


@pytest.mark.usefixtures("office")
def test_only_the_check_of_devices_may_ask_for_a_camera() -> None:
    check, home = Client().get("/kk/video/check/"), Client().get("/kk/")

    assert "camera=(self)" in check["Permissions-Policy"]
    assert "camera=()" in home["Permissions-Policy"]
    assert "Камера мен дыбысты тексеру" in check.content.decode()
