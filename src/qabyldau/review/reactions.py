"""What review does when others announce."""

from qabyldau.registry.events import AppealWithdrawn
from qabyldau.review import actions as review


def free_the_hour(event: AppealWithdrawn) -> None:
    review.retire(event.appeal_id)
