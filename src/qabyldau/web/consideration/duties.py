"""What waits for whom in the consideration: agreement, notes near their day, hearings, materials, notices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from qabyldau.bodies import queries as bodies
from qabyldau.materials import queries as materials
from qabyldau.materials.kinds import RequestState
from qabyldau.people.actor import Actor
from qabyldau.people.roles import Right
from qabyldau.registry import queries as registry
from qabyldau.review import notes
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.models import Office

NEAR = 2
# Words with their number, the page, and whether it is late.
Line = tuple[str, str, bool]


def of(actor: Actor, office: Office) -> list[Line]:
    """Only what this person may do, and only where something waits."""
    today = timezone.now().astimezone(ZoneInfo(office.zone)).date()
    return [line for lines in LINES for line in lines(actor, today)]


def _agreement(actor: Actor, _: date) -> Iterator[Line]:
    rows = list(notes.asked_to_agree(actor)) if actor.may(Right.AGREE_NOTE) else []
    words = ngettext(
        "Say what you think of %(count)s note", "Say what you think of %(count)s notes", len(rows)
    )
    if rows:
        yield words % {"count": len(rows)}, reverse("staff:act_agree", args=[rows[0].note.appeal_id]), False


def _overdue(actor: Actor, today: date) -> Iterator[Line]:
    """The head sees it because the demand is binding; the department because it asked."""
    if not (actor.may(Right.ASK_MATERIALS) or actor.may(Right.DECIDE)):
        return
    count = materials.overdue(actor.office_id, today).count()
    words = ngettext(
        "%(count)s request for materials is overdue", "%(count)s requests for materials are overdue", count
    )
    if count:
        yield words % {"count": count}, reverse("staff:materials"), True


def _wishes(actor: Actor, _: date) -> Iterator[Line]:
    count = materials.open_wishes(actor.office_id).count() if actor.may(Right.ASK_MATERIALS) else 0
    words = ngettext("%(count)s unit asks for more time", "%(count)s units ask for more time", count)
    if count:
        yield words % {"count": count}, reverse("staff:materials"), False


def _asked(actor: Actor, today: date) -> Iterator[Line]:
    if not actor.may(Right.ANSWER_MATERIALS):
        return
    rows = materials.asked_of(actor, today).filter(state=RequestState.OPEN)
    count, late = rows.count(), rows.filter(due_on__lt=today).exists()
    mine = [one.pk for one in bodies.of_user(actor.office_id, actor.user_id, today)]
    count += notes.asked_of_bodies(actor.office_id, mine).filter(position="").count()
    words = ngettext(
        "%(count)s request waits for your answer", "%(count)s requests wait for your answer", count
    )
    if count:
        yield words % {"count": count}, reverse("staff:asked"), late


def _notes(actor: Actor, today: date) -> Iterator[Line]:
    if not actor.may(Right.SUBMIT):
        return
    rows = notes.notes_coming_due(actor.office_id, worktime.calendar().shift(today, NEAR))
    count, late = len(rows), any(due.on < today for _note, due in rows)
    words = ngettext(
        "%(count)s note must go before the head soon", "%(count)s notes must go before the head soon", count
    )
    if rows:
        first = rows[0][0].appeal_id
        yield words % {"count": count}, reverse("staff:act_keep_note", args=[first]), late


def _hearings(actor: Actor, today: date) -> Iterator[Line]:
    if not actor.may(Right.HEAR):
        return
    rows = [one for one in notes.open_hearings(actor.office_id) if one.starts_at <= timezone.now()]
    words = ngettext(
        "Record what came of %(count)s hearing", "Record what came of %(count)s hearings", len(rows)
    )
    if rows:
        late = rows[0].starts_at.date() < today
        yield (
            words % {"count": len(rows)},
            reverse("staff:act_record_hearing", args=[rows[0].appeal_id]),
            late,
        )


def _notices(actor: Actor, today: date) -> Iterator[Line]:
    if not actor.may(Right.HAND_OVER_PAPER):
        return
    rows = list(registry.owed_notices(actor.office_id))
    words = ngettext(
        "%(count)s notice of a longer term has not reached the applicant",
        "%(count)s notices of a longer term have not reached the applicants",
        len(rows),
    )
    if rows:
        late = rows[0].due_on < today
        yield words % {"count": len(rows)}, reverse("staff:appeal", args=[rows[0].appeal_id]), late


LINES = (_agreement, _overdue, _wishes, _asked, _notes, _hearings, _notices)
