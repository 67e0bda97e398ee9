"""The pages: shared look (base templates, static files, tags) and the areas public, staff and sign-in."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The shared look of all pages."""

    name = "qabyldau.web"
    label = "web"
