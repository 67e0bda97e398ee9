"""An office with its situations, as the flow tests have it."""

from tests.flow.conftest import *  # noqa: F403  the situations, built by acts
