"""Jitsi Meet of the office's own: a room needs no opening, a token says who may come in, when and as what.

The server is set up with token authentication, `token_affiliation` (the host is the owner) and the lobby
started by itself; see docs/how-to/connect-video.md.
"""

from dataclasses import dataclass
from urllib.parse import quote

import jwt

from qabyldau.ports.video import Part, Room, Visitor

SHORTEST_SECRET = 32
ALGORITHM = "HS256"


class WeakSecretError(ValueError):
    """A secret of fewer than 32 bytes could be guessed."""


@dataclass(frozen=True, slots=True)
class JitsiRooms:
    """`url` of the server, and the application the server knows us as."""

    url: str
    application: str
    secret: str

    def __post_init__(self) -> None:
        if len(self.secret.encode()) < SHORTEST_SECRET:
            raise WeakSecretError(f"the secret of Jitsi needs at least {SHORTEST_SECRET} bytes")

    def open(self, room: Room) -> None:
        """Jitsi makes a room when its first visitor comes."""

    def link(self, room: Room, visitor: Visitor) -> str:
        host = visitor.part is Part.HOST
        claims = {
            "aud": "jitsi",
            "iss": self.application,
            "sub": "*",
            "room": room.name,
            "nbf": int(room.opens.timestamp()),
            "exp": int(room.closes.timestamp()),
            "context": {
                "user": {
                    "id": visitor.key,
                    "name": visitor.shown,
                    "affiliation": "owner" if host else "member",
                    "moderator": "true" if host else "false",
                    "lobby_bypass": "true" if host else "false",
                },
                "room": {"lobby": "true", "lobby_autostart": "true"},
                "features": dict.fromkeys(("recording", "livestreaming", "transcription"), "false"),
            },
        }
        token = jwt.encode(claims, self.secret, algorithm=ALGORITHM)
        return f"{self.url.rstrip('/')}/{quote(room.name)}?jwt={token}&lang={visitor.language}"
