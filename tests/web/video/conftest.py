"""The applicant's browser, with the appeal opened in it."""

import pytest
from django.test import Client

from qabyldau.registry.models import Appeal
from qabyldau.web.public.track.find import OPENED
from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
from tests.flow.video import *  # noqa: F403  the server and the hour


@pytest.fixture
def applicant(by_video: Appeal) -> Client:
    client = Client()
    session = client.session
    session[OPENED] = by_video.pk
    session.save()
    return client
