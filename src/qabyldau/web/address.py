"""From where a request came: what limits on guessing count by."""

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

SITE_BITS = 64
# Of whoever has no address: a socket of the same machine.
NOBODY = "0.0.0.0"  # noqa: S104  nothing is bound to it


def client_address(request: HttpRequest) -> str:
    """The address of the person; of IPv6 the network, since one house has millions of addresses.

    `X-Forwarded-For` is read only as far as our own proxies wrote it (QABYLDAU_PROXIES).
    """
    written = [*request.headers.get("X-Forwarded-For", "").split(","), request.META.get("REMOTE_ADDR", "")]
    hops = [NOBODY, *(hop.strip() for hop in written if hop.strip())]
    try:
        found = ip_address(hops[-min(1 + settings.PROXIES, max(len(hops) - 1, 1))])
    except ValueError:
        return NOBODY
    if isinstance(found, IPv6Address):
        return str(IPv6Network((found, SITE_BITS), strict=False).network_address)
    return str(found)
