"""What review does when others announce."""

from qabyldau.registry.events import AppealWithdrawn
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AbsenceNotice
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import actions as review
from qabyldau.review.queries import decided_for, listed_waiting
from qabyldau.schedule import queries as schedule
from qabyldau.schedule.events import DayLosesItsHours


def free_the_hour(event: AppealWithdrawn) -> None:
    review.retire(event.appeal_id)


def nobody_waits(event: DayLosesItsHours) -> None:
    """Who was decided or listed for a day waits for it: replanning moves them, and tells them."""
    day = schedule.day_for_update(event.day_id)
    if decided_for(day) or listed_waiting(day):
        law = governing(day.office.code, day.on).edition
        raise UnlawfulError("day_has_people", law.cite(AbsenceNotice), day=day.on)
