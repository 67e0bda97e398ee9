"""What waits because of reports: the quarter that is over and not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from qabyldau.people.roles import Right
from qabyldau.reporting import queries
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.people.models import Office


def of(actor: Actor, office: Office) -> list[tuple[str, str, bool]]:
    """Words, address, whether it is late."""
    if not actor.may(Right.REPORT):
        return []
    day = timezone.localdate()
    owed = queries.owed(office, day)
    if owed is None:
        return []
    words = gettext("Report to be sent: %(quarter)s") % {"quarter": owed.quarter.title[language()]}
    return [(words, reverse("staff:reports_quarter", args=[owed.quarter.code]), owed.due_on < day)]
