"""Figures as the pages draw them: charts beside their tables, every number a way to its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from qabyldau.documents import charts
from qabyldau.regulation.edition import Citation
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.reporting import paper, trends
from qabyldau.reporting.kinds import Section
from qabyldau.reporting.names import CLOSED, Called
from qabyldau.web.staff.page import language

if TYPE_CHECKING:
    from qabyldau.regulation.edition import Edition
    from qabyldau.reporting.figures import Figure
    from qabyldau.reporting.quarters import Quarter
    from qabyldau.worktime.spans import Span

FEWEST_BARS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a figure with the address of its rows."""

    name: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A figure on the page. `chart` empty: a single number needs none."""

    code: str
    name: str
    definition: str
    clause: Citation
    total: int
    url: str
    lines: tuple[Line, ...]
    chart: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A chart over time, and the same as a table."""

    title: str
    under: str
    chart: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: tuple[tuple[str, str], ...] = ()


def sections(quarter: Quarter, told: Iterable[Figure]) -> list[tuple[str, list[Drawn]]]:
    """In the order of the report."""
    found: Mapping[Section, list[Drawn]] = {section: [] for section in Section}
    for figure in told:
        found[figure.kpi.section].append(_drawn(quarter, figure))
    return [(section.words[language()], rows) for section, rows in found.items() if rows]


def _drawn(quarter: Quarter, figure: Figure) -> Drawn:
    kpi, said = figure.kpi, language()
    lines = [Line(part.name[said], part.count, _rows(quarter, kpi.code, part.key)) for part in figure.parts]
    charted = kpi.by and len(lines) >= FEWEST_BARS
    return Drawn(
        code=kpi.code,
        name=kpi.name[said],
        definition=kpi.definition[said],
        clause=quarter.law.cite(kpi.norm),
        total=figure.total,
        url=_rows(quarter, kpi.code),
        lines=tuple(lines) if kpi.by else (),
        chart=_safe(paper.bars(figure, said)) if charted else "",
    )


def _rows(quarter: Quarter, code: str, key: str | None = None) -> str:
    asked = {"of": code} if key is None else {"of": code, "part": key}
    return f"{reverse('staff:reports_rows', args=[quarter.code])}?{urlencode(asked)}"


def weeks(span: Span) -> Trend:
    found = trends.weeks(span)
    verdicts = CLOSED[Called.VERDICTS]
    in_time, late = (verdicts[key][language()] for key in ("in_time", "late"))
    names = [f"{one.begins:%d.%m}" for one in found]
    series = [
        charts.Series(in_time, [one.in_time for one in found], "solid"),
        charts.Series(late, [one.late for one in found], "hatched"),
    ]
    title = gettext("Answers by week")
    return Trend(
        title=title,
        under=gettext("By the day on which a week begins"),
        chart=_safe(charts.columns(title, names, series, "weeks")),
        head=(pgettext("report", "Week from"), in_time, late),
        rows=tuple((f"{one.begins:%d.%m.%Y}", str(one.in_time), str(one.late)) for one in found),
        legend=(("solid", in_time), ("hatched", late)),
    )


def months(span: Span, law: Edition) -> Trend | None:
    """None: nothing was answered."""
    found = trends.months(span)
    if not found:
        return None
    within = law.get(AnswerDeadline).within.count
    title = gettext("How long an answer took")
    norm = gettext("the law: %(days)s days") % {"days": within}
    names = [f"{one.first:%m.%Y}" for one in found]
    return Trend(
        title=title,
        under=gettext("Calendar days from registration, on average"),
        chart=_safe(charts.line(title, names, [one.days for one in found], (within, norm))),
        head=(pgettext("report", "Month"), pgettext("report", "Days"), pgettext("report", "Answers")),
        rows=tuple((f"{one.first:%m.%Y}", f"{one.days:g}", str(one.answers)) for one in found),
    )


def _safe(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308  # drawn by documents.charts, which escapes every word
