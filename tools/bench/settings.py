"""The product's settings with the yardstick beside it, and more offices that work by the one regulation."""

from qabyldau.config.settings import *  # noqa: F403
from qabyldau.config.settings import INSTALLED_APPS as OURS
from qabyldau.regulation.editions import OFFICES
from tools.bench.offices import codes

INSTALLED_APPS = [*OURS, "tools.bench.bare"]
ROOT_URLCONF = "tools.bench.urls"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
OFFICES.update(dict.fromkeys(codes(), OFFICES["zko"]))
