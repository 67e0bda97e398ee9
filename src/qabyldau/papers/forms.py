"""Which facts each kind of paper is written from; what has no row here cannot be issued yet."""

from qabyldau.papers.facts.base import Facts
from qabyldau.papers.facts.control import ControlCard, Reminder
from qabyldau.papers.facts.lists import ReceptionList
from qabyldau.papers.facts.materials import MaterialRequest
from qabyldau.papers.facts.minutes import Addendum, Extract, Protocol
from qabyldau.papers.facts.notes import DayPack, Note
from qabyldau.papers.facts.participation import CentralRequest, Invitation, ParticipationRefusalReport
from qabyldau.papers.facts.press import PressItem
from qabyldau.papers.facts.reports import QuarterlyReport
from qabyldau.papers.facts.screening import Redirect
from qabyldau.papers.kinds import PaperKind

FORMS: dict[PaperKind, type[Facts]] = {
    PaperKind.CENTRAL_REQUEST: CentralRequest,
    PaperKind.INVITATION: Invitation,
    PaperKind.PARTICIPATION_REFUSAL_REPORT: ParticipationRefusalReport,
    PaperKind.MATERIAL_REQUEST: MaterialRequest,
    PaperKind.NOTE: Note,
    PaperKind.DAY_PACK: DayPack,
    PaperKind.RECEPTION_LIST: ReceptionList,
    PaperKind.REDIRECT: Redirect,
    PaperKind.REMINDER: Reminder,
    PaperKind.CONTROL_CARD: ControlCard,
    PaperKind.QUARTERLY_REPORT: QuarterlyReport,
    PaperKind.PRESS_ANNOUNCEMENT: PressItem,
    PaperKind.PRESS_REPORT: PressItem,
    PaperKind.PROTOCOL: Protocol,
    PaperKind.EXTRACT: Extract,
    PaperKind.ADDENDUM: Addendum,
}
