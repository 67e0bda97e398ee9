"""Staff before the pages of the consideration, as before the rest of the workplace."""

from tests.web.staff.conftest import *  # noqa: F403  browsers of each role, and the situations
