"""What the acts on an hour ask for, and what stands against them before they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, Field

from qabyldau.acts.inputs import Id, Input, Plain
from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.replanning import queries
from qabyldau.replanning.actions.offering import WITHOUT_HOUR
from qabyldau.replanning.kinds import VideoAnswer
from qabyldau.replanning.portions import MOST
from qabyldau.replanning.rules import order
from qabyldau.review.kinds import Why
from qabyldau.review.queries import live_appointment

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

Short = Annotated[str, Field(max_length=200), Plain]
BY_HAND = frozenset({Why.APPLICANT, Why.OFFICE})
ON_AN_HOUR = frozenset({"confirm_hour", "wish_earlier"})
ON_AN_OFFER = frozenset({"take_offered", "decline_offer"})


def by_hand(why: Why) -> Why:
    """The other reasons belong to acts of their own, which move whole days."""
    if why not in BY_HAND:
        raise ValueError("applicant or office")
    return why


Said = Annotated[Why, AfterValidator(by_hand)]


class MoveHourInput(Input):
    """`why` is applicant (once, a later hour of the same official) or office (then with its reason)."""

    slot_id: Id
    why: Said = Why.APPLICANT
    reason: Short = ""


class ReleaseInput(Input):
    """`why` is applicant, or office with its reason."""

    why: Said = Why.APPLICANT
    reason: Short = ""


class WishEarlierInput(Input):
    """False: no more."""

    wished: bool = True


class OfferHoursInput(Input):
    """Hours held for the person until they choose."""

    slot_ids: Annotated[list[Id], Field(min_length=1, max_length=MOST)]


class TakeOfferedInput(Input):
    slot_id: Id


class AnswerVideoInput(Input):
    """`own`: with an own device; `place`: from a place of the office; `no`: not by video."""

    answer: VideoAnswer


def against(name: str, appeal: Appeal) -> UnlawfulError | None:
    """Of those acts that leave the state as it is."""
    if name in ON_AN_HOUR and live_appointment(appeal) is None:
        return UnlawfulError("no_hour_to_change", order(appeal), state=appeal.state)
    if name in ON_AN_OFFER and queries.open_offer(appeal) is None:
        return UnlawfulError("no_open_offer", order(appeal))
    if name == "answer_video" and queries.video_ask(appeal) is None:
        return UnlawfulError("not_asked_about_video", order(appeal))
    if name == "offer_hours" and appeal.stage not in WITHOUT_HOUR:
        code = "already_over" if appeal.stage in FINAL else "act_not_now"
        return UnlawfulError(code, order(appeal), action=name, state=appeal.state)
    return None
