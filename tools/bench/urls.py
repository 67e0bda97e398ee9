"""The product's addresses and the yardstick's, which the table of access lets everybody open."""

from typing import cast

from django.urls import path

from qabyldau.config import urls as product
from qabyldau.web.access import TABLE, Access, Door
from tools.bench.bare.views import insert

cast(dict[str, Access], TABLE)["bare"] = Door.BEARER
handler400, handler403 = product.handler400, product.handler403
handler404, handler500 = product.handler404, product.handler500
urlpatterns = [path("bare/", insert, name="bare"), *product.urlpatterns]
