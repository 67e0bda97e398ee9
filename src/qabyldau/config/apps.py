"""Put the table of reactions, the verifier of signatures and the video server in place at the start."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "qabyldau.config"
    label = "house"

    def ready(self) -> None:
        from qabyldau import happenings
        from qabyldau.config import wiring
        from qabyldau.config.reactions import REACTIONS
        from qabyldau.signatures import verifying
        from qabyldau.video import server

        happenings.listen(REACTIONS)
        verifying.connect(wiring.signatures)
        server.connect(wiring.video)
