"""Enter a day off or a working weekend that was ordered after the software was made."""

from datetime import date, datetime

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, require
from qabyldau.people.roles import Right
from qabyldau.regulation.words import Words
from qabyldau.worktime.models import OrderedDay
from qabyldau.worktime.queries import calendar_at, current_version


@transaction.atomic
def order_day(day: date, *, working: bool, name: Words, act: str, by: Actor, at: datetime) -> OrderedDay:
    """From now on this day counts so. Open terms are recounted by `registry.actions.recount`."""
    require(by, Right.ORDER_CALENDAR, by.office_id)
    calendar_at(current_version()).is_working(day)
    row = OrderedDay.objects.create(
        version=current_version() + 1,
        day=day,
        working=working,
        name_kk=name.kk,
        name_ru=name.ru,
        act=act,
        entered_by=by.label,
        entered_at=at,
    )
    facts = {"day": day.isoformat(), "working": working, "version": row.version}
    journal.write("order_day", about=f"day:{day.isoformat()}", by=by, at=at, facts=facts)
    return row
