"""From where a request came: what limits on guessing count by."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

SITE_BITS = 64


def client_address(request: HttpRequest) -> str:
    """The address of the person; of IPv6 the network, since one house has millions of addresses.

    `X-Forwarded-For` is read only as far as our own proxies wrote it (QABYLDAU_PROXIES).
    """
    hops = [*request.headers.get("X-Forwarded-For", "").split(","), request.META.get("REMOTE_ADDR", "")]
    given = hops[max(-1 - settings.PROXIES, -len(hops))].strip()
    try:
        found = ip_address(given)
    except ValueError:
        return "0.0.0.0"  # noqa: S104  nobody's address: a socket of the same machine has none
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, SITE_BITS), strict=False).network_address)
    return str(found)
