"""Notices to applicants: what each of them says, as whole letters in Kazakh and in Russian.

One template per notice, language and kind of decision lies in `templates/`; `render` fills it with the
facts of one appeal. Nothing is sent from here: the outbox carries what was written.
"""

from qabyldau.letters.facts import (
    Appointment,
    Body,
    ByVideo,
    Extension,
    FinalAnswer,
    Heading,
    Hearing,
    HourCancelled,
    HoursOffered,
    Left,
    Moved,
    Refusal,
    Registered,
    Withdrawal,
)
from qabyldau.letters.render import Letter, WrongFactsError, render
from qabyldau.letters.sms import segments
from qabyldau.letters.template import NoTemplateError, UnknownFieldError

__all__ = [
    "Appointment",
    "Body",
    "ByVideo",
    "Extension",
    "FinalAnswer",
    "Heading",
    "Hearing",
    "HourCancelled",
    "HoursOffered",
    "Left",
    "Letter",
    "Moved",
    "NoTemplateError",
    "Refusal",
    "Registered",
    "UnknownFieldError",
    "Withdrawal",
    "WrongFactsError",
    "render",
    "segments",
]
