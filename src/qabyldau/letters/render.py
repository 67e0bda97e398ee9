"""From facts to the letter a person reads, in the language that they chose."""

from dataclasses import dataclass

from qabyldau.letters.facts import (
    Appointment,
    Body,
    ByVideo,
    CentralNotice,
    CheckBegun,
    CheckOver,
    DataReceived,
    DataRequest,
    Extension,
    FinalAnswer,
    Heading,
    Hearing,
    HourCancelled,
    HoursOffered,
    Left,
    Merger,
    Moved,
    Redirection,
    Refusal,
    Registered,
    TodayDeclined,
    Unreached,
    Withdrawal,
)
from qabyldau.letters.fields import fields_of
from qabyldau.letters.sms import with_tail
from qabyldau.letters.template import Template, load
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.words import Language

FACTS: dict[Notice, type[Body]] = {
    Notice.REGISTERED: Registered,
    Notice.LEFT: Left,
    Notice.DATA_REQUEST: DataRequest,
    Notice.DATA_RECEIVED: DataReceived,
    Notice.REDIRECTION: Redirection,
    Notice.MERGER: Merger,
    Notice.UNREACHED: Unreached,
    Notice.REFUSAL: Refusal,
    Notice.EXTENSION: Extension,
    Notice.CENTRAL_NOTICE: CentralNotice,
    Notice.HEARING: Hearing,
    Notice.TODAY_DECLINED: TodayDeclined,
    Notice.APPOINTMENT: Appointment,
    Notice.MOVED: Moved,
    Notice.BY_VIDEO: ByVideo,
    Notice.HOUR_CANCELLED: HourCancelled,
    Notice.OFFER: HoursOffered,
    Notice.WITHDRAWAL: Withdrawal,
    Notice.FINAL_ANSWER: FinalAnswer,
    Notice.CHECK_BEGUN: CheckBegun,
    Notice.CHECK_OVER: CheckOver,
}


@dataclass(frozen=True, slots=True)
class Letter:
    """A notice ready to go: the subject and text of the letter, and its short form for SMS."""

    subject: str
    text: str
    sms: str


class WrongFactsError(TypeError):
    """A notice was given the facts of another one."""


def render(
    notice: Notice, language: Language, heading: Heading, body: Body, template: Template | None = None
) -> Letter:
    """Write the letter of this notice; by the office's own `template`, or None: by ours."""
    if type(body) is not FACTS[notice]:
        raise WrongFactsError(f"{notice} is written from {FACTS[notice].__name__}, not {type(body).__name__}")
    template = template or load(template_name(notice, body), Language(language))
    fields = fields_of(heading, body, Language(language))
    sms, also = (template.fill(text, fields) for text in (template.sms, template.sms_also))
    return Letter(
        subject=template.fill(template.subject, fields),
        text=template.text(fields),
        sms=with_tail(sms, also),
    )


def template_name(notice: Notice, body: Body) -> str:
    """Decisions of different kinds have letters of their own: `refusal_heard_before`, `appointment_video`."""
    return f"{notice}_{body.kind}" if body.kind else notice.value
