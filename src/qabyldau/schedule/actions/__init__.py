"""Writes of the schedule: plan, check, approve, post; give hours; keep places and meetings."""

from qabyldau.schedule.actions.grounds import hour_now, plan_after_meeting, plan_off_schedule
from qabyldau.schedule.actions.months import (
    Approval,
    approve_month,
    check_month,
    needs_the_akim,
    publish_day,
    publish_month,
    repost,
    send_back_month,
)
from qabyldau.schedule.actions.places import Met, Place, add_room, close_room, note_meeting
from qabyldau.schedule.actions.planning import (
    Planned,
    change_day,
    keep_day,
    plan_day,
    plan_series,
    remove_day,
)
from qabyldau.schedule.actions.rehearsing import Foretold, keep_rehearsal
from qabyldau.schedule.actions.replanned import hand_over_day, take_off_day, turn_day
from qabyldau.schedule.errors import DayError
from qabyldau.schedule.plans import Ground, Plan, Series
from qabyldau.schedule.slots import (
    SlotTakenError,
    close_hours,
    free_slot_of,
    free_slots_of,
    hold_slots,
    let_all_go,
    let_go,
    open_hours,
    take_slot,
    take_slots,
)

__all__ = [
    "Approval",
    "DayError",
    "Foretold",
    "Ground",
    "Met",
    "Place",
    "Plan",
    "Planned",
    "Series",
    "SlotTakenError",
    "add_room",
    "approve_month",
    "change_day",
    "check_month",
    "close_hours",
    "close_room",
    "free_slot_of",
    "free_slots_of",
    "hand_over_day",
    "hold_slots",
    "hour_now",
    "keep_day",
    "keep_rehearsal",
    "let_all_go",
    "let_go",
    "needs_the_akim",
    "note_meeting",
    "open_hours",
    "plan_after_meeting",
    "plan_day",
    "plan_off_schedule",
    "plan_series",
    "publish_day",
    "publish_month",
    "remove_day",
    "repost",
    "send_back_month",
    "take_off_day",
    "take_slot",
    "take_slots",
    "turn_day",
]
