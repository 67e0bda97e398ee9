"""Which facts each kind of paper is written from; what has no row here cannot be issued yet."""

from qabyldau.papers.facts.base import Facts
from qabyldau.papers.facts.lists import ReceptionList
from qabyldau.papers.kinds import PaperKind

FORMS: dict[PaperKind, type[Facts]] = {
    PaperKind.RECEPTION_LIST: ReceptionList,
}
