"""Acts of replanning: offers and wishes, absences, restrictions, days off decreed late."""

from qabyldau.replanning.actions.absence import Told, replan_day, tell_absence, withdraw_absence
from qabyldau.replanning.actions.agreed import agree_time
from qabyldau.replanning.actions.days_off import fall_out, would_fall_out
from qabyldau.replanning.actions.line import offer_carried, offer_freed, tick
from qabyldau.replanning.actions.offering import decline_offer, expire, offer_hours, take_offered
from qabyldau.replanning.actions.restriction import (
    answer_video,
    declare_restriction,
    lift_restriction,
    may_turn_back,
    turn_back,
    would_turn,
)
from qabyldau.replanning.actions.wishes import confirm, move_hour, release, wish_earlier

__all__ = [
    "Told",
    "agree_time",
    "answer_video",
    "confirm",
    "declare_restriction",
    "decline_offer",
    "expire",
    "fall_out",
    "lift_restriction",
    "may_turn_back",
    "move_hour",
    "offer_carried",
    "offer_freed",
    "offer_hours",
    "release",
    "replan_day",
    "take_offered",
    "tell_absence",
    "tick",
    "turn_back",
    "wish_earlier",
    "withdraw_absence",
    "would_fall_out",
    "would_turn",
]
