"""Who receives, how often, when off schedule, and how the schedule is made known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from qabyldau.regulation.edition import Norm
from qabyldau.regulation.words import Language, Words


class Rank(IntEnum):
    """The four groups of officials who receive, in the order of the law."""

    AKIM_AND_DEPUTIES = 1
    HEAD_OF_OFFICE_AND_DEPUTIES = 2
    HEADS_OF_DEPARTMENTS = 3
    AUTHORISED_EMPLOYEES = 4

    @property
    def words(self) -> Words:
        return RANKS[self]


RANKS = {
    Rank.AKIM_AND_DEPUTIES: Words(
        kk="облыс әкімі және оның орынбасарлары", ru="аким области и его заместители"
    ),
    Rank.HEAD_OF_OFFICE_AND_DEPUTIES: Words(
        kk="облыс әкімі аппаратының басшысы және оның орынбасарлары",
        ru="руководитель аппарата акима области и его заместители",
    ),
    Rank.HEADS_OF_DEPARTMENTS: Words(
        kk="облыс әкімі аппараты бөлімдерінің басшылары", ru="руководители отделов аппарата акима области"
    ),
    Rank.AUTHORISED_EMPLOYEES: Words(
        kk="облыс әкімі аппаратының қабылдау өткізуге уәкілетті өзге де қызметкерлері",
        ru="иные работники аппарата акима области, уполномоченные на осуществление приёма",
    ),
}


@dataclass(frozen=True, slots=True)
class Receiver:
    """An official as the law sees one: the group, whether a deputy in it, and the dates of authority."""

    rank: Rank
    deputy: bool
    authority_since: date
    authority_until: date | None = None

    def has_authority(self, on: date) -> bool:
        """The last day of authority still counts."""
        return self.authority_since <= on and (self.authority_until is None or on <= self.authority_until)


@dataclass(frozen=True, slots=True)
class Receivers(Norm):
    """Only these groups of officials receive, and only while they have authority."""

    ranks: frozenset[Rank]

    def may_receive(self, one: Receiver, on: date) -> bool:
        return one.rank in self.ranks and one.has_authority(on)


@dataclass(frozen=True, slots=True)
class SameDayReception(Norm):
    """Heads of units and authorised staff receive on the day of the request, if they agree."""

    ranks: frozenset[Rank]

    def objection(self, rank: Rank, *, agreed: bool) -> str | None:
        """The code of what stands against it; None: nothing does."""
        if rank not in self.ranks:
            return "same_day_by_whom"
        return None if agreed else "same_day_without_consent"


@dataclass(frozen=True, slots=True)
class MonthlyReception(Norm):
    """Officials of these groups receive so many times in every calendar month."""

    ranks: frozenset[Rank]
    times: int = 1

    def is_short(self, rank: Rank, receptions: Iterable[date], month: date) -> bool:
        """Whether an official of this group has too few receptions in the month of that day."""
        held = [day for day in receptions if (day.year, day.month) == (month.year, month.month)]
        return rank in self.ranks and len(held) < self.times


@dataclass(frozen=True, slots=True)
class ApprovingAct:
    """The act by which a schedule was approved."""

    number: str
    signed_on: date | None


@dataclass(frozen=True, slots=True)
class ApprovedSchedule(Norm):
    """Officials of these groups receive by a schedule that the akim approved."""

    ranks: frozenset[Rank]

    def objection(self, act: ApprovingAct, *, by_the_akim: bool) -> str | None:
        """The code of what stands against the approval; None: nothing does."""
        if not by_the_akim:
            return "schedule_approved_by_whom"
        return None if act.number.strip() and act.signed_on else "schedule_without_act"


@dataclass(frozen=True, slots=True)
class AfterMeetings(Norm):
    """A reception also follows a meeting with the population, jointly with these people."""

    jointly_with: tuple[Words, ...]

    def objection(self, met_on: date, reception_on: date, jointly_with: Iterable[int]) -> str | None:
        """The code of what stands against a reception after that meeting; `jointly_with`: who of the list."""
        if reception_on < met_on:
            return "reception_before_meeting"
        return None if set(jointly_with) & set(range(len(self.jointly_with))) else "meeting_without_others"


class ScheduleField(StrEnum):
    """What the posted schedule says of each official."""

    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC_IF_ANY = "patronymic_if_any"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Publication(Norm):
    """The schedule is posted in the public reception in both languages, and on the akim's site."""

    languages: tuple[Language, ...]
    fields: tuple[ScheduleField, ...]


@dataclass(frozen=True, slots=True)
class AkimInstruction:
    """The instruction to receive off schedule: its number, its date, and the day it names."""

    number: str
    given_on: date
    reception_on: date | None = None


@dataclass(frozen=True, slots=True)
class OffSchedule(Norm):
    """A deputy of the akim may receive off schedule, on the akim's instruction that names the day."""

    ranks: frozenset[Rank]

    def objection(self, one: Receiver, instruction: AkimInstruction | None) -> str | None:
        """The code of what stands against it; None: nothing does."""
        if one.rank not in self.ranks or not one.deputy:
            return "off_schedule_by_whom"
        if instruction is None or not instruction.number or instruction.reception_on is None:
            return "off_schedule_without_instruction"
        return None
