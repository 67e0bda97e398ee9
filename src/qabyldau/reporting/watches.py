"""What of the law can be watched day by day: for each norm, what is past its day and what is near it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from qabyldau.control import figures as control
from qabyldau.materials import figures as materials
from qabyldau.participation import queries as participation
from qabyldau.registry import queries as registry
from qabyldau.registry.kinds import TermKind
from qabyldau.regulation.calendar import CalendarUnknownError, WorkingCalendar
from qabyldau.regulation.norms.control import BindingRequests, InstructionControl, QuarterlyReport
from qabyldau.regulation.norms.deadlines import (
    AlarmForward,
    AnswerDeadline,
    CentralRequestNotice,
    Completion,
    ExtensionNotice,
    Redirection,
    ReferenceNote,
    Registration,
)
from qabyldau.regulation.norms.deadlines import RefusalReport as ReportTerm
from qabyldau.regulation.norms.reception import InvitedBodies
from qabyldau.regulation.norms.schedule import MonthlyReception
from qabyldau.regulation.words import Words
from qabyldau.reporting import queries
from qabyldau.reporting.figures import Row
from qabyldau.schedule import queries as schedule

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.regulation.edition import Norm

NEAR_WORKING_DAYS, SHOWN, A_FORTNIGHT = 2, 20, 10
# What a row is about, and the columns of its id and of its name in both languages.
OF_APPEAL = ("appeal", "appeal_id", "appeal__number", "appeal__number")
OF_REFUSAL = ("refusal", "pk", "body__name_kk", "body__name_ru")


@dataclass(frozen=True, slots=True)
class Today:
    """The office, the moment, and the calendar that counts."""

    office: Office
    on: date
    at: datetime
    calendar: WorkingCalendar

    @property
    def near(self) -> date:
        return self.calendar.shift(self.on, NEAR_WORKING_DAYS)


@dataclass(frozen=True, slots=True)
class Seen:
    """How many are past their day, how many near it, and the first rows, the latest on top."""

    late: int
    near: int
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Watch:
    """One thing that is watched."""

    code: str
    norm: type[Norm]
    name: Words
    look: Callable[[Today], Seen]


def _of(rows: QuerySet[Any], today: Today, shown: tuple[str, str, str, str] = OF_APPEAL) -> Seen:
    """Rows with a `due_on` that are still open."""
    late, near = Q(due_on__lt=today.on), Q(due_on__gte=today.on, due_on__lte=today.near)
    about, *columns = shown
    first = rows.filter(late | near).order_by("due_on", "pk").values_list(*columns, "due_on")[:SHOWN]
    return Seen(
        late=rows.filter(late).count(),
        near=rows.filter(near).count(),
        rows=tuple(Row(f"{about}:{pk}", Words(kk=kk, ru=ru), on) for pk, kk, ru, on in first),
    )


def _terms(kind: TermKind) -> Callable[[Today], Seen]:
    def look(today: Today) -> Seen:
        running = registry.open_of_kinds(today.office.pk, (kind,))
        return _of(running, today)

    return look


def _materials(today: Today) -> Seen:
    return _of(materials.running(today.office.pk), today)


def _instructions(today: Today) -> Seen:
    return _of(control.running(today.office.pk), today)


def _refusals(today: Today) -> Seen:
    return _of(participation.owed_refusals(today.office.pk), today, OF_REFUSAL)


def _report(today: Today) -> Seen:
    owed = queries.owed(today.office, today.on)
    if owed is None:
        return Seen(0, 0, ())
    late = owed.due_on < today.on
    row = Row(f"report:{owed.quarter.code}", owed.quarter.title, owed.due_on)
    return Seen(int(late), int(not late), (row,))


def _bodies(today: Today) -> Seen:
    until = today.calendar.shift(today.on, A_FORTNIGHT)
    days = participation.unready_days(today.office.pk, today.on, until)
    rows = tuple(Row(f"day:{day.pk}", day.official.name, day.on) for day in days[:SHOWN])
    return Seen(0, len(days), rows)


def _months(today: Today) -> Seen:
    """Of the month that is over nobody may be missing; in this one there is still time."""
    this = today.on.replace(day=1)
    last = (this - timedelta(days=1)).replace(day=1)
    try:
        late = schedule.breaches(today.office, [last], today.at)
        near = schedule.gaps(today.office, this, today.at)
    except CalendarUnknownError:
        return Seen(0, 0, ())
    rows = [*((one.name, month) for month, one in late), *((one.name, this) for one in near)]
    return Seen(len(late), len(near), tuple(Row(f"month:{on:%Y-%m}", name, on) for name, on in rows))


WATCHES: tuple[Watch, ...] = (
    Watch(
        "months",
        MonthlyReception,
        Words(kk="Бұл айда қабылдау күні жоқ", ru="Нет дня приёма в месяце"),
        _months,
    ),
    Watch(
        "bodies",
        InvitedBodies,
        Words(kk="Органдар қатысуын растамаған күндер", ru="Дни, на которые органы не подтвердили участие"),
        _bodies,
    ),
    Watch(
        "central_notice",
        CentralRequestNotice,
        Words(kk="Орталық органға сұрау салу туралы хабарлау", ru="Известить о запросе в центральный орган"),
        _terms(TermKind.CENTRAL_NOTICE),
    ),
    Watch(
        "refusals",
        ReportTerm,
        Words(kk="Қатысудан бас тарту туралы баяндау", ru="Доложить об отказе от участия"),
        _refusals,
    ),
    Watch(
        "numbers",
        Registration,
        Words(kk="Мемлекеттік тізілімдегі нөмірі", ru="Номер государственного реестра"),
        _terms(TermKind.EXTERNAL_NUMBER),
    ),
    Watch(
        "notes",
        ReferenceNote,
        Words(kk="Анықтамалық ақпарат", ru="Справочная информация"),
        _terms(TermKind.NOTE),
    ),
    Watch(
        "answers",
        AnswerDeadline,
        Words(kk="Өтініш берушіге жауап", ru="Ответ заявителю"),
        _terms(TermKind.ANSWER),
    ),
    Watch(
        "materials",
        BindingRequests,
        Words(kk="Сұратылған материалдар", ru="Запрошенные материалы"),
        _materials,
    ),
    Watch(
        "instructions",
        InstructionControl,
        Words(kk="Бақылаудағы тапсырмалар", ru="Поручения на контроле"),
        _instructions,
    ),
    Watch("report", QuarterlyReport, Words(kk="Тоқсандық есеп", ru="Квартальный отчёт"), _report),
    Watch(
        "redirections",
        Redirection,
        Words(kk="Құзыретті органға жіберу", ru="Передать компетентному органу"),
        _terms(TermKind.REDIRECTION),
    ),
    Watch(
        "alarms",
        AlarmForward,
        Words(kk="Қауіп туралы хабарды жіберу", ru="Передать сообщение об угрозе"),
        _terms(TermKind.ALARM),
    ),
    Watch(
        "data",
        Completion,
        Words(kk="Өтініш берушіден сұратылған деректер", ru="Сведения, запрошенные у заявителя"),
        _terms(TermKind.DATA),
    ),
    Watch(
        "extensions",
        ExtensionNotice,
        Words(kk="Мерзім ұзартылғанын хабарлау", ru="Известить о продлении срока"),
        _terms(TermKind.EXTENSION_NOTICE),
    ),
)


def under(law_has: Callable[[type[Norm]], bool]) -> Iterator[Watch]:
    """Those whose norm the edition knows."""
    return (one for one in WATCHES if law_has(one.norm))
