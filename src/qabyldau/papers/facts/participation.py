"""What is written to bodies that are asked to take part, and about those that would not."""

from dataclasses import dataclass
from datetime import date, time

from qabyldau.papers.facts.base import Facts, Table
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation(Facts):
    """A body is asked to a day of reception (п. 17). `report`: the clause by which refusals are reported."""

    day: date
    opens: time
    official: Words
    position: Words
    place: Words
    matters: Table
    answer_by: date
    url: str
    report: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralRequest(Facts):
    """The first head of a central body is asked to take part by video (п. 18); no word of the person."""

    appeal: str
    registered_on: date
    text: str
    report: Citation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipationRefusalReport(Facts):
    """A refusal is reported (п. 20): of a day of reception, or of a request about an appeal."""

    body: Words
    refused_on: date
    text: str
    due: date
    day: date | None = None
    official: Words | None = None
    position: Words | None = None
    appeal: str = ""
    request: str = ""
    sent_on: date | None = None
