"""A day off decreed late: which receptions fall on it, where their people go, and the going itself."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor
from qabyldau.registry.moves import Asked
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.control import Distribution
from qabyldau.replanning.actions.applying import apply
from qabyldau.replanning.models import AbsentDay
from qabyldau.replanning.options import Option, affected, elsewhere
from qabyldau.review.kinds import Why
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries as days
from qabyldau.schedule.hours_of import standing_days


def would_fall_out(office_id: int, on: date, at: datetime) -> list[Option]:
    """Each published reception of that day, and where its people would go: nothing is changed by looking."""
    there = standing_days(office_id, on, on).filter(published_at__isnull=False)
    return [elsewhere(affected(day), at) for day in there]


@transaction.atomic
def fall_out(office_id: int, on: date, *, by: Actor, at: datetime) -> list[Option]:
    """With the order of the day off: people go to the official's other days, or wait in their place."""
    asked, done = Asked(by=by, at=at), []
    for day_id in standing_days(office_id, on, on).values_list("pk", flat=True):
        day = days.day_for_update(day_id)
        AbsentDay.objects.filter(day=day, settled_at=None).update(settled_at=at, settled_by="other_day")
        schedule.open_hours(day.pk)
        chosen = elsewhere(affected(day), at)
        apply(affected(day), chosen, Why.DAY_OFF, asked)
        facts = {"option": chosen.key, "why": str(Why.DAY_OFF), "on": on.isoformat()}
        citation = governing(day.office.code, day.on).edition.cite(Distribution)
        journal.write("replan_day", about=day.key, by=by, at=at, citation=citation, facts=dict(facts))
        done.append(chosen)
    return done
