"""What follows a decision: lists, minutes, instructions, closing, reports."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from qabyldau.regulation.edition import Norm


@dataclass(frozen=True, slots=True)
class ReceptionList(Norm):
    """On the decision taken, the department lists whom the akim and deputies receive."""

    def admits(self, decided: Iterable[int], listed: Iterable[int]) -> bool:
        """Nobody stands on the list without a decision."""
        return frozenset(listed) <= frozenset(decided)


@dataclass(frozen=True, slots=True)
class Distribution(Norm):
    """Approved lists are put into the schedule in the order of the queue."""

    def split(self, ordered: list[int], places: int) -> tuple[list[int], list[int]]:
        """Those who fit into the day, in order, and those carried over, in order."""
        return ordered[:places], ordered[places:]


@dataclass(frozen=True, slots=True)
class Instruction:
    """A minuted instruction as it stands before signing."""

    text: str
    executor: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Minutes(Norm):
    """Results are minuted, each instruction with its own date."""

    def lacking(self, instructions: Iterable[Instruction]) -> str | None:
        """The code of what keeps the minutes from being signed; None: nothing does."""
        for one in instructions:
            if not one.executor:
                return "instruction_without_executor"
            if one.by is None:
                return "instruction_without_date"
        return None


@dataclass(frozen=True, slots=True)
class InstructionControl(Norm):
    """The department controls minuted instructions itself."""


class AnswerKind(StrEnum):
    """An interim answer keeps the matter on control, the final one ends it."""

    INTERIM = "interim"
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class FinalAnswer(Norm):
    """Only a final reasoned answer to the applicant takes an appeal off control."""

    def closes(self, kind: AnswerKind, reasoning: str) -> bool:
        return kind is AnswerKind.FINAL and bool(reasoning.strip())


@dataclass(frozen=True, slots=True)
class NotTheSameHand(Norm):
    """Nobody handles an appeal that they have already decided once."""

    def allows(self, worker_id: int, decided_before_by: frozenset[int]) -> bool:
        return worker_id not in decided_before_by


@dataclass(frozen=True, slots=True)
class BindingRequests(Norm):
    """Units and territorial bodies must supply the materials the public reception asks for."""


@dataclass(frozen=True, slots=True)
class Survey(Norm):
    """Satisfaction is watched by a sample telephone survey of those consulted who declined to book."""


@dataclass(frozen=True, slots=True)
class QuarterlyReport(Norm):
    """Results are reported at least once a quarter."""

    months: int

    def period(self, day: date) -> tuple[date, date]:
        """The first day of the reporting period that holds this day, and of the one after it."""
        first = (day.month - 1) // self.months * self.months
        year, month = divmod(day.year * 12 + first + self.months, 12)
        return date(day.year, first + 1, 1), date(year, month + 1, 1)
