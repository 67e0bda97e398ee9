"""What replanning does when others announce."""

from qabyldau.registry import queries as registry
from qabyldau.registry.events import AppealWithdrawn
from qabyldau.replanning.actions.line import offer_freed
from qabyldau.replanning.actions.offering import drop


def pass_the_hour_on(event: AppealWithdrawn) -> None:
    """The hour of an appeal that was taken back goes to the next in the line."""
    drop([event.appeal_id], event.at)
    offer_freed(registry.get(event.appeal_id).office_id, event.at)
