"""The situations and browsers of the workplace."""

from tests.web.staff.conftest import *  # noqa: F403
