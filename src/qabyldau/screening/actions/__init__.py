"""Acts of screening, one file each concern."""

from qabyldau.screening.actions.complete import Lack, Supplied, ask_data, supply_data, turn_back
from qabyldau.screening.actions.join import merge, separate
from qabyldau.screening.actions.reach import Tried, note_contact
from qabyldau.screening.actions.redirect import Passing, redirect, redirect_part
from qabyldau.screening.actions.together import name_co_applicants

__all__ = [
    "Lack",
    "Passing",
    "Supplied",
    "Tried",
    "ask_data",
    "merge",
    "name_co_applicants",
    "note_contact",
    "redirect",
    "redirect_part",
    "separate",
    "supply_data",
    "turn_back",
]
