"""App config."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "qabyldau.surveys"
    label = "surveys"
