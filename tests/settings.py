"""The product's settings as tests see them: the stage is `test`, wherever pytest is started from."""

import os

os.environ["QABYLDAU_ENV"] = "test"

from qabyldau.config.settings import *  # noqa: F403
