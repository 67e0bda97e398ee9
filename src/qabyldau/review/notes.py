"""Reads of what comes before the decision: versions of the note, agreements, the hearing, and their days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Max, QuerySet

from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.deadlines import Due, ReferenceNote, due_before
from qabyldau.review.models import Agreement, Hearing, Note, NoteDraft
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

WRITTEN_IN = frozenset({State.REVIEW, State.DECISION})


def versions(appeal: Appeal) -> list[Note]:
    """Every version of the note, the first one first."""
    return list(
        Note.objects.filter(appeal=appeal).select_related("official", "day").order_by("version", "pk")
    )


def latest_version(appeal: Appeal) -> Note | None:
    """The last version kept, before the head or not."""
    return Note.objects.filter(appeal=appeal).select_related("official", "day").order_by("-version").first()


def version(appeal: Appeal, number: int) -> Note | None:
    rows = Note.objects.filter(appeal=appeal, version=number)
    return rows.select_related("official", "day", "appeal").first()


def submitted(appeal_ids: list[int]) -> dict[int, Note]:
    """The version that went before the head last, by appeal."""
    rows = Note.objects.filter(appeal_id__in=appeal_ids, submitted_at__isnull=False).order_by("pk")
    return {row.appeal_id: row for row in rows}


def draft(appeal: Appeal, user_id: int | None) -> NoteDraft | None:
    return NoteDraft.objects.filter(appeal=appeal, user_id=user_id).first() if user_id else None


def note_deadline(appeal: Appeal, day: date) -> Due:
    """By when the note is due for a reception on that day, with its arithmetic."""
    return due_before(ReferenceNote, day, appeal.edition, worktime.calendar())


def note_due(appeal: Appeal) -> Due | None:
    """By when the note is due for the day that its last version names; None: it names none."""
    row = latest_version(appeal)
    return note_deadline(appeal, row.day.on) if row and row.day else None


def notes_coming_due(office_id: int, until: date) -> list[tuple[Note, Due]]:
    """Notes not before the head yet whose day is near: kept versions with a day, the soonest first."""
    under_way = Note.objects.filter(appeal__office_id=office_id, appeal__state=State.REVIEW)
    last = under_way.order_by().values("appeal_id").annotate(last=Max("pk")).values("last")
    rows = Note.objects.filter(pk__in=last, day__isnull=False).select_related("appeal", "day")
    found = [(row, note_deadline(row.appeal, row.day.on)) for row in rows if row.day]
    return sorted(
        ((row, due) for row, due in found if due.on <= until), key=lambda pair: (pair[1].on, pair[0].pk)
    )


def prepared_by(appeal: Appeal) -> frozenset[int]:
    """Whoever wrote a version of the note, or said what they think of one: none of them decides on it."""
    writers = Note.objects.filter(appeal=appeal).values_list("by_user_id", flat=True)
    agreed = Agreement.objects.filter(note__appeal=appeal).exclude(position="")
    found = {*writers, *agreed.values_list("answered_by_id", flat=True)}
    return frozenset(one for one in found if one is not None)


def agreements(note: Note) -> list[Agreement]:
    """Who was asked about this version, and what they said."""
    return list(Agreement.objects.filter(note=note).order_by("pk"))


def asked_to_agree(actor: Actor) -> QuerySet[Agreement]:
    """What this colleague is still asked about."""
    waiting = Agreement.objects.filter(user_id=actor.user_id or 0, position="")
    mine = waiting.filter(
        note__appeal__office_id=actor.office_id, note__appeal__state__in=[str(one) for one in WRITTEN_IN]
    )
    return mine.select_related("note", "note__appeal").order_by("pk")


def asked_of_bodies(office_id: int, body_ids: list[int]) -> QuerySet[Agreement]:
    """What units are asked about, answered or not, the newest first."""
    rows = Agreement.objects.filter(note__appeal__office_id=office_id, body_id__in=body_ids)
    return rows.select_related("note", "note__appeal", "note__official", "note__day").order_by("-pk")


def latest_hearing(appeal: Appeal) -> Hearing | None:
    return Hearing.objects.filter(appeal=appeal).order_by("-pk").first()


def hearings(appeal: Appeal) -> list[Hearing]:
    """Every invitation, with the objections to what was intended."""
    return list(Hearing.objects.filter(appeal=appeal).prefetch_related("objections").order_by("pk"))


def open_hearing(appeal: Appeal) -> Hearing | None:
    return Hearing.objects.filter(appeal=appeal, state="invited").first()


def open_hearings(office_id: int) -> QuerySet[Hearing]:
    """Invitations of an office whose outcome nobody has recorded, by the hour."""
    waiting = Hearing.objects.filter(appeal__office_id=office_id, state="invited")
    return waiting.filter(appeal__state__in=[str(one) for one in WRITTEN_IN]).order_by("starts_at")
