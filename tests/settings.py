"""The product's settings as tests see them: the stage is `test`, wherever pytest is started from."""

import os

os.environ["QABYLDAU_ENV"] = "test"

from qabyldau.config.settings import *  # noqa: F403

# Whatever runs beside it: a database in memory belongs to one process, however many share the work.
if "sqlite" in DATABASES["default"]["ENGINE"]:  # noqa: F405
    DATABASES["default"]["TEST"] = {"NAME": ":memory:"}  # noqa: F405
