"""App config."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "qabyldau.press"
    label = "press"
