"""Put the table of reactions and the verifier of signatures in place when the program starts."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "qabyldau.config"
    label = "house"

    def ready(self) -> None:
        from qabyldau import happenings
        from qabyldau.config import wiring
        from qabyldau.config.reactions import REACTIONS
        from qabyldau.signatures import verifying

        happenings.listen(REACTIONS)
        verifying.connect(wiring.signatures)
