"""The product's addresses and the yardstick's, which the table of access lets everybody open."""

from typing import cast

from django.urls import URLPattern, URLResolver, path

from qabyldau.config.urls import *  # noqa: F403
from qabyldau.config.urls import urlpatterns as ours
from qabyldau.web.access import TABLE, Access, Door
from tools.bench.bare.views import insert

cast(dict[str, Access], TABLE)["bare"] = Door.BEARER
urlpatterns: list[URLPattern | URLResolver] = [path("bare/", insert, name="bare"), *ours]
