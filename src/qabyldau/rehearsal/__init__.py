"""Rehearse a month before it is approved: a discrete-event simulation on the office's own history.

Pure: values in, values out, the same seed gives the same answer. Who asks brings the month, the history
and the numbers of the law; nothing here knows tables, clocks or clauses.
"""

from qabyldau.rehearsal.habits import Habits, History, Observed, habits
from qabyldau.rehearsal.months import Backlog, Month, Sitting, longer
from qabyldau.rehearsal.play import Found, Interval, rehearse

__all__ = [
    "Backlog",
    "Found",
    "Habits",
    "History",
    "Interval",
    "Month",
    "Observed",
    "Sitting",
    "habits",
    "longer",
    "rehearse",
]
