"""The board: numbers and rooms in two languages, the same by page, data and stream; nothing personal."""

import asyncio
import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from qabyldau.people.actor import Actor
from qabyldau.reception import desk, queries
from qabyldau.reception.desk import Arrival
from qabyldau.registry.models import Appeal
from qabyldau.regulation.words import Language
from qabyldau.schedule.models import ReceptionDay
from qabyldau.voice import place
from qabyldau.voice.phrases import GO_TO
from qabyldau.web import live
from qabyldau.web.board import snapshot, stream
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.conftest import arrive, moment, on_the_day

PERSONAL = ("Өтініш", "Беруші", "ZKO", "0101013", "77000000001", "воды", "veteran")


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(moment(3, 19, 15, 31), tick=False) as traveller:
        yield traveller


@pytest.fixture
def called(hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> list[Appeal]:
    """Three people are here, and the veteran was called."""
    for appeal in hall:
        arrive(appeal, clerk)
    desk.call(day.pk, asked=on_the_day(clerk, 15, 30))
    return hall


@pytest.mark.usefixtures("called")
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_page_shows_the_call_in_both_languages(client: Client, language: str) -> None:
    page = client.get(f"/{language}/board/").content.decode()

    assert "Шақырылды" in page
    assert "Приглашаются" in page
    assert '<span class="ticket">3</span>' in page
    assert "қабылдау бөлмесі" in page
    assert "приемная" in page
    assert 'http-equiv="refresh"' in page


def test_page_and_data_hold_nothing_personal(called: list[Appeal], client: Client) -> None:
    answers = [client.get(address).content.decode() for address in ("/kk/board/", "/board/state/")]

    for secret in (*PERSONAL, *(appeal.applicant_name for appeal in called)):
        assert not [secret for answer in answers if secret in answer]


NASTY = {
    "applicant_name": "<script>Жасырын</script> Құпия 7",
    "substance": "Секрет: ИИН 010101300010, телефон +77000000001",
    "phone": "+77000000001",
    "email": "qupiya@example.org",
    "representative": "Өкіл Құпия",
    "authority": "сенімхат № 7",
    "authority_until": "2026-12-31",
    "standing_proof": "куәлік № 777",
}
ALLOWED = {
    "": {"calls", "next", "waiting", "minutes", "day", "day_ru", "clock", "zone"},
    "calls": {"key", "ticket", "kk", "ru", "inside", "say"},
    "next": {"ticket", "minutes"},
}


@pytest.mark.parametrize("step", ["arrived", "called", "inside", "done", "absent", "left"])
def test_whatever_people_wrote_and_the_desk_did_the_hall_sees_numbers_and_rooms_alone(
    step: str, hall: list[Appeal], day: ReceptionDay, clerk: Actor, client: Client
) -> None:
    Appeal.objects.filter(pk__in=[one.pk for one in hall]).update(**NASTY)
    _until(step, hall, day, clerk)

    answers = [
        client.get("/kk/board/"),
        client.get("/ru/board/"),
        client.get("/board/state/"),
        client.post("/board/state/"),
        client.get("/board/voice/kk/qupiya.wav"),
    ]

    told = "".join(answer.content.decode() for answer in answers) + stream._message(1).decode()
    assert not [words for words in NASTY.values() if words in told or words.partition(" ")[0] in told]
    state = answers[2].json()
    assert set(state) == ALLOWED[""]
    assert all(set(one) == ALLOWED[part] for part in ("calls", "next") for one in state[part])


def _until(step: str, hall: list[Appeal], day: ReceptionDay, clerk: Actor) -> None:
    """The desk brings the first of three as far as this step."""
    seen = Arrival("ID", document_end="7777", authority_shown=True)
    for appeal in hall:
        arrive(appeal, clerk, arrival=seen)
    if step == "arrived":
        return
    visit = desk.call(day.pk, asked=on_the_day(clerk, 15, 29))
    follow = {
        "called": [],
        "inside": [desk.start],
        "done": [desk.start, desk.finish],
        "absent": [desk.absent],
        "left": [desk.leave],
    }
    for act in follow[step]:
        act(visit.pk, asked=on_the_day(clerk, 15, 30))


@pytest.mark.usefixtures("called")
def test_the_data_say_who_is_called_who_is_next_and_what_to_say(client: Client) -> None:
    found = client.get("/board/state/").json()

    assert [(one["ticket"], one["inside"]) for one in found["calls"]] == [(3, False)]
    assert found["next"] == [{"ticket": 1, "minutes": 0}, {"ticket": 2, "minutes": 15}]
    assert (found["clock"], found["waiting"]) == ("15:31", 2)
    assert all(address.startswith("/board/voice/") for address in found["calls"][0]["say"])


@pytest.mark.usefixtures("called")
def test_data_that_did_not_change_are_not_sent_again(client: Client) -> None:
    first = client.get("/board/state/")

    again = client.get("/board/state/", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("called")
def test_a_repeated_call_is_another_call(day: ReceptionDay, clerk: Actor, client: Client) -> None:
    before = client.get("/board/state/").json()["calls"][0]["key"]
    visit = queries.called(day)
    assert visit is not None

    desk.call_again(visit.pk, asked=on_the_day(clerk, 15, 31))

    assert client.get("/board/state/").json()["calls"][0]["key"] != before


def test_a_clip_is_played_and_a_stranger_s_name_is_not_found(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(settings, "VAR", tmp_path)
    clip = place(GO_TO, Language.KK)
    snapshot.shelf().make([clip])

    found = client.get(snapshot.address(clip))

    assert (found.status_code, found["Content-Type"]) == (200, "audio/wav")
    assert b"".join(found).startswith(b"RIFF")
    assert client.get("/board/voice/kk/0000000000000000.wav").status_code == 404


def test_the_stream_sends_the_whole_board_and_stays_quiet_when_it_did_not_change(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hub, told = live.Hub(), iter([b"a", b"a", b"b"])

    async def nothing(_hub: live.Hub) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(live, "HUB", hub)
    monkeypatch.setattr(live, "_watch", nothing)
    monkeypatch.setattr(stream, "_message", lambda seq: b"id: %d\n%s\n\n" % (seq, next(told)))

    async def listen() -> list[bytes]:
        heard = []
        async with contextlib.aclosing(stream.messages(7)) as messages:
            async for message in messages:
                heard.append(message)
                hub.publish({7: len(heard)})
                if len(heard) == 4:
                    break
        return heard

    heard = asyncio.run(listen())

    assert heard[0] == stream.RETRY
    assert [one if one == live.BEAT else one.split(b"\n")[1] for one in heard[1:]] == [b"a", live.BEAT, b"b"]


@pytest.mark.usefixtures("called")
def test_a_message_is_the_same_state_as_the_page(client: Client) -> None:
    message = stream._message(7).decode()

    assert message.startswith("id: 7\nevent: board\ndata: ")
    assert json.loads(message.partition("data: ")[2]) == client.get("/board/state/").json()
