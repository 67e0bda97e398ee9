"""The report as a paper: tables by section, how each indicator is counted, and the charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from qabyldau.documents import charts
from qabyldau.papers.facts import Addressee, Table
from qabyldau.papers.facts.reports import Chart, QuarterlyReport
from qabyldau.registry.moves import local_day
from qabyldau.regulation.words import Language, Words
from qabyldau.reporting import figures, queries
from qabyldau.reporting.figures import Figure
from qabyldau.reporting.kinds import Section

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.reporting.models import Report

A_DAY = timedelta(days=1)
SUM_SHOWN = 16
MOST_BARS = 14
ADDRESSED = Words(
    kk="Әкімге; Қазақстан Республикасы Президенті Әкімшілігінің жолданымдарды қарауды бақылау бөліміне",
    ru="Акиму; Отделу по контролю за рассмотрением обращений Администрации Президента Республики Казахстан",
)
HEAD = (
    Words(kk="Көрсеткіш", ru="Показатель"),
    Words(kk="Оның ішінде", ru="В том числе"),
    Words(kk="Саны", ru="Число"),
)
DEFINED = (Words(kk="Көрсеткіш", ru="Показатель"), Words(kk="Қалай есептеледі", ru="Как считается"))
ALL = Words(kk="барлығы", ru="всего")
EMPTY = Words(kk="", ru="")
DRAWN = (
    "received_by_channel",
    "received_by_topic",
    "answers_in_time",
    "came_by_official",
    "instructions_due",
    "breaches_by_clause",
)


def facts(office: Office, row: Report) -> QuarterlyReport:
    told = figures.told(office.pk, row.figures)
    tables: dict[str, Any] = {section.value: _table(told, section) for section in Section}
    return QuarterlyReport(
        addressee=Addressee(typed=ADDRESSED),
        citation=row.cited,
        title=queries.quarter_of(row).title,
        since=row.since,
        last=row.until - A_DAY,
        counted_on=local_day(office, row.at),
        sum=row.digest[:SUM_SHOWN],
        **tables,
        definitions=Table(DEFINED, tuple((one.kpi.name, one.kpi.definition) for one in told)),
        charts=tuple(_chart(one) for one in told if one.kpi.code in DRAWN and one.total),
    )


def _table(told: Iterable[Figure], section: Section) -> Table:
    rows = [row for figure in told if figure.kpi.section is section for row in _rows(figure)]
    return Table(HEAD, tuple(rows))


def _rows(figure: Figure) -> list[tuple[Words | str, ...]]:
    """The whole first, then its parts; what has no parts is said once."""
    whole: tuple[Words | str, ...] = (figure.kpi.name, ALL, str(figure.total))
    parts = figure.parts if figure.kpi.by else ()
    return [whole, *((EMPTY, part.name, str(part.count)) for part in parts)]


def _chart(figure: Figure) -> Chart:
    return Chart(figure.kpi.name, _both(lambda language: bars(figure, language)))


def bars(figure: Figure, language: Language) -> str:
    """The greatest parts as bars."""
    rows = [(part.name[language], part.count) for part in figure.parts[:MOST_BARS]]
    return charts.bars(figure.kpi.name[language], rows)


def _both(drawn: Callable[[Language], str]) -> Words:
    return Words(kk=drawn(Language.KK), ru=drawn(Language.RU))
