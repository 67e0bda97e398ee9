"""BigBlueButton of the office's own: every call is signed with the secret shared with the server."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from lxml import etree

from qabyldau.gateways.calling import Patience, call
from qabyldau.ports.delivery import TemporaryFailureError
from qabyldau.ports.video import Part, Room, VideoFailedError, Visitor

PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
FINE = 200


@dataclass(frozen=True, slots=True)
class BigBlueButtonRooms:
    """`url` ends with /bigbluebutton; `secret` is what `bbb-conf --secret` shows."""

    url: str
    secret: str
    patience: Patience = field(default=Patience(3.0, 5.0))

    def open(self, room: Room) -> None:
        minutes = int((room.closes - room.opens).total_seconds() // 60)
        asked: dict[str, str | int] = {
            "meetingID": room.name,
            "name": room.name,
            "duration": minutes,
            "record": "false",
            "guestPolicy": "ASK_MODERATOR",
            "meetingExpireIfNoUserJoinedInMinutes": minutes,
        }
        try:
            answer = call("GET", self.address("create", asked), None, {}, self.patience)
        except TemporaryFailureError as fault:
            raise VideoFailedError(str(fault)) from fault
        if answer.status != FINE or _returned(answer.text) != "SUCCESS":
            raise VideoFailedError("the server refused the room")

    def link(self, room: Room, visitor: Visitor) -> str:
        asked = {
            "meetingID": room.name,
            "fullName": visitor.shown,
            "userID": visitor.key,
            "role": "MODERATOR" if visitor.part is Part.HOST else "VIEWER",
            "guest": "false" if visitor.part is Part.HOST else "true",
            "userdata-bbb_override_default_locale": visitor.language,
        }
        return self.address("join", asked)

    def address(self, action: str, asked: Mapping[str, str | int]) -> str:
        """The call with its proof: SHA-256 of the action, the query and the secret, written together."""
        query = urlencode(asked)
        proof = hashlib.sha256(f"{action}{query}{self.secret}".encode()).hexdigest()
        return f"{self.url.rstrip('/')}/api/{action}?{query}&checksum={proof}"


def _returned(text: str) -> str:
    try:
        return str(etree.fromstring(text.encode(), PARSER).findtext("returncode", ""))
    except etree.XMLSyntaxError:
        return ""
