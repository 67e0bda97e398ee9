"""Reads: who waits for an official's word today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.sameday.models import Asking

if TYPE_CHECKING:
    from datetime import datetime

    from django.db.models import QuerySet

    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal


def visible_to(actor: Actor, since: datetime) -> QuerySet[Asking]:
    """Asked today: an official sees what was asked of them, workers see all of their office."""
    there = Asking.objects.filter(appeal__office_id=actor.office_id, asked_at__gte=since)
    rows = there.select_related("appeal", "official").order_by("-pk")
    return rows.filter(official_id=actor.official_id) if actor.official_id else rows


def waiting(actor: Actor, since: datetime) -> QuerySet[Asking]:
    return visible_to(actor, since).filter(agreed=None)


def asked(appeal: Appeal) -> Asking | None:
    """What is asked about this appeal and not answered yet."""
    return Asking.objects.filter(appeal=appeal, agreed=None).select_related("official").first()
