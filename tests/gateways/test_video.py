"""Video rooms: who gets in, as what, when; checked by other people's readers of the same formats."""

import hashlib
import http.server
import threading
from collections.abc import Iterator
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from qabyldau.gateways.calling import Patience
from qabyldau.gateways.video.bigbluebutton import BigBlueButtonRooms
from qabyldau.gateways.video.jitsi import JitsiRooms, WeakSecretError
from qabyldau.ports.video import Part, Room, VideoFailedError, VideoRooms, Visitor
from qabyldau.regulation.words import Language

ORAL = ZoneInfo("Asia/Oral")
SECRET = "0123456789abcdef0123456789abcdef"
ROOM = Room(
    "zko-7QF2K9", datetime(2026, 3, 19, 14, 45, tzinfo=ORAL), datetime(2026, 3, 19, 16, 0, tzinfo=ORAL)
)
AKIM = Visitor("official-1", "облыс әкімі", Part.HOST, Language.KK)
GUEST = Visitor("ticket-3", "№ 3", Part.GUEST, Language.RU)
JITSI = JitsiRooms("https://video.example.kz/", "qabyldau", SECRET)
SUCCESS = "<response><returncode>SUCCESS</returncode></response>"
FAILED = "<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey></response>"


class Server(http.server.ThreadingHTTPServer):
    """Knows the secret and says as BigBlueButton does whether a call was signed with it."""

    secret, answer, seen = SECRET, "", list[str]()

    def handle_error(self, *_: object) -> None:
        """A client that went away is no fault of the test."""


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        query, _, proof = parts.query.rpartition("&checksum=")
        action = parts.path.rsplit("/", 1)[-1]
        signed = hashlib.sha256(f"{action}{query}{self.server.secret}".encode()).hexdigest() == proof
        self.server.seen.append(self.path)
        body = (self.server.answer or (SUCCESS if signed else FAILED)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Handler) as running:
        running.seen = []
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def bbb(server: Server) -> BigBlueButtonRooms:
    host, port = server.server_address[:2]
    return BigBlueButtonRooms(f"http://{host!s}:{port}/bigbluebutton", SECRET, Patience(1.0, 1.0))


def claims(link: str) -> dict[str, object]:
    """The token of a Jitsi link, opened by another library than the one that signed it."""
    (token,) = parse_qs(urlsplit(link).query)["jwt"]
    return dict(jwt.decode(token, OctKey.import_key(SECRET), algorithms=["HS256"]).claims)


def test_jitsi_opens_its_room_only_in_its_hours_and_to_each_as_what_they_are() -> None:
    host, guest = claims(JITSI.link(ROOM, AKIM)), claims(JITSI.link(ROOM, GUEST))

    for found in (host, guest):
        assert (found["aud"], found["iss"], found["room"]) == ("jitsi", "qabyldau", ROOM.name)
        assert (found["nbf"], found["exp"]) == (ROOM.opens.timestamp(), ROOM.closes.timestamp())
    users = [found["context"]["user"] for found in (host, guest)]  # type: ignore[index]  # a table of a token
    assert [(one["affiliation"], one["moderator"]) for one in users] == [
        ("owner", "true"),
        ("member", "false"),
    ]
    assert users[1]["name"] == "№ 3"


def test_a_secret_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(WeakSecretError):
        JitsiRooms("https://video.example.kz", "qabyldau", "short")


def test_big_blue_button_believes_a_call_signed_with_its_secret(
    bbb: BigBlueButtonRooms, server: Server
) -> None:
    bbb.open(ROOM)

    asked = parse_qs(urlsplit(server.seen[0]).query)
    assert asked["meetingID"] == [ROOM.name]
    assert (asked["duration"], asked["record"], asked["guestPolicy"]) == (
        ["75"],
        ["false"],
        ["ASK_MODERATOR"],
    )


@pytest.mark.parametrize(
    "answer", [FAILED, "<html>", "", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><a>&b;</a>"]
)
def test_a_server_that_refuses_or_talks_nonsense_is_a_failure_with_a_name(
    bbb: BigBlueButtonRooms, server: Server, answer: str
) -> None:
    server.secret, server.answer = "another", answer

    with pytest.raises(VideoFailedError):
        bbb.open(ROOM)


def test_a_server_that_is_not_there_is_a_failure_with_a_name(bbb: BigBlueButtonRooms, server: Server) -> None:
    server.server_close()

    with pytest.raises(VideoFailedError):
        bbb.open(ROOM)


def test_big_blue_button_gives_host_and_guest_different_rights(bbb: BigBlueButtonRooms) -> None:
    host, guest = (parse_qs(urlsplit(bbb.link(ROOM, one)).query) for one in (AKIM, GUEST))

    assert (host["role"], host["guest"]) == (["MODERATOR"], ["false"])
    assert (guest["role"], guest["guest"], guest["fullName"]) == (["VIEWER"], ["true"], ["№ 3"])


@pytest.mark.parametrize("rooms", [JITSI, BigBlueButtonRooms("https://bbb.example.kz/bigbluebutton", SECRET)])
def test_every_visitor_has_an_address_of_their_own(rooms: VideoRooms) -> None:
    links = {rooms.link(ROOM, one) for one in (AKIM, GUEST)}

    assert len(links) == 2
    assert all(link.startswith("https://") for link in links)
