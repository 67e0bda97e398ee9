"""Put the table of reactions in place when the program starts."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "qabyldau.config"
    label = "house"

    def ready(self) -> None:
        from qabyldau import happenings
        from qabyldau.config.reactions import REACTIONS

        happenings.listen(REACTIONS)
