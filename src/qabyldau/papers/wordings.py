"""The office's own wordings: one person writes a version, another one approves it from a day on."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.papers import choosing
from qabyldau.papers.checking import Parts, WordingRefusedError, problems, tidy
from qabyldau.papers.errors import OwnWordingError, WordingStaleError, WordingTooEarlyError
from qabyldau.papers.models import Wording
from qabyldau.papers.templates import NoSuchTemplateError, notices, papers
from qabyldau.people import actions as people
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from qabyldau.people.models import Office


@transaction.atomic
def write(
    office: Office, name: str, language: Language, parts: Parts | None, *, by: Actor, at: datetime
) -> Wording:
    """Keep a new version, not yet in force. `parts` None: back to the built-in text."""
    require(by, Right.WRITE_TEXTS, office.pk)
    if name not in (*papers(), *notices()):
        raise NoSuchTemplateError(name)
    parts = tidy(parts) if parts else None
    if parts and (found := problems(name, language, parts)):
        raise WordingRefusedError(found)
    journal.hold(office.pk)
    last = versions(office.pk, name, language).last()
    version = Wording.objects.create(
        office=office,
        name=name,
        language=language,
        version=last.version + 1 if last else 1,
        source=parts.source(name) if parts else "",
        by_user_id=by.user_id,  # type: ignore[misc]  # whoever has a right is somebody
        written_at=at,
    )
    _note("write_wording", version, by, at)
    return version


@transaction.atomic
def approve(office: Office, wording_id: int, *, since: date, by: Actor, at: datetime) -> Wording:
    """Put the latest version in force from a day on: by somebody who wrote nothing of it."""
    require(by, Right.APPROVE_TEXTS, office.pk)
    journal.hold(office.pk)
    version = Wording.objects.select_for_update(of=("self",)).get(office=office, pk=wording_id)
    kept = versions(office.pk, version.name, version.language)
    if version.approved_at is not None or kept.filter(pk__gt=version.pk).exists():
        raise WordingStaleError(version.name)
    if since < at.astimezone(ZoneInfo(office.zone)).date():
        raise WordingTooEarlyError(version.name)
    if by.user_id in writers(version):
        raise OwnWordingError(version.name)
    version.approved_by_id, version.approved_at, version.since = by.user_id, at, since
    version.save(update_fields=["approved_by", "approved_at", "since"])
    office.texts = choosing.digest(office.pk)
    people.note_texts(office.pk, office.texts)
    _note("approve_wording", version, by, at)
    return version


def versions(office_id: int, name: str, language: str) -> QuerySet[Wording]:
    """Every version, the oldest first."""
    return Wording.objects.filter(office_id=office_id, name=name, language=language).order_by("version")


def all_versions(office_id: int) -> QuerySet[Wording]:
    return Wording.objects.filter(office_id=office_id)


def waiting(office_id: int) -> dict[tuple[str, str], Wording]:
    """The latest version of each text, where nobody has approved it yet."""
    latest = {(one.name, one.language): one for one in all_versions(office_id).order_by("version")}
    return {key: one for key, one in latest.items() if one.approved_at is None}


def writers(version: Wording) -> set[int]:
    """Everybody who wrote since the version approved last: none of them approves."""
    kept = versions(version.office_id, version.name, version.language)
    approved = kept.filter(approved_at__isnull=False).last()
    later = kept.filter(version__gt=approved.version) if approved else kept
    return set(later.values_list("by_user_id", flat=True))


def _note(action: str, version: Wording, by: Actor, at: datetime) -> None:
    facts: dict[str, object] = {
        "name": version.name,
        "language": str(version.language),
        "version": version.version,
        "since": version.since.isoformat() if version.since else None,
    }
    journal.write(action, about=f"wording:{version.pk}", by=by, at=at, facts=facts)
