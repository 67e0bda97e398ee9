"""The product's settings with the yardstick beside it."""

from qabyldau.config.settings import *  # noqa: F403
from qabyldau.config.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "tools.bench.bare"]
ROOT_URLCONF = "tools.bench.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
