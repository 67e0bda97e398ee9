"""The workplace of the staff tests, and the public site beside it."""

from tests.web.staff.conftest import *  # noqa: F403  clock, files, enter, the situations
