"""The report as a workbook: the figures, how each is counted, and nothing of any person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.documents.workbook import Cell, Page, xlsx
from qabyldau.regulation.words import Language, Words
from qabyldau.reporting import figures, queries

if TYPE_CHECKING:
    from qabyldau.reporting.figures import Figure
    from qabyldau.reporting.models import Report

FIGURES = Words(kk="Көрсеткіштер", ru="Показатели")
DEFINITIONS = Words(kk="Қалай есептеледі", ru="Как считается")
HEAD = (
    Words(kk="Бөлім", ru="Раздел"),
    Words(kk="Көрсеткіш", ru="Показатель"),
    Words(kk="Оның ішінде", ru="В том числе"),
    Words(kk="Саны", ru="Число"),
)
DEFINED = (
    Words(kk="Коды", ru="Код"),
    Words(kk="Көрсеткіш", ru="Показатель"),
    Words(kk="Қалай есептеледі", ru="Как считается"),
    Words(kk="Тармақ", ru="Пункт"),
)


def workbook(row: Report, language: Language) -> bytes:
    told = figures.told(row.office_id, row.figures)
    law = queries.quarter_of(row).law
    return xlsx(
        queries.quarter_of(row).title[language],
        row.office.name[language],
        [
            Page(
                FIGURES[language],
                [head[language] for head in HEAD],
                [line for figure in told for line in _lines(figure, language)],
            ),
            Page(
                DEFINITIONS[language],
                [head[language] for head in DEFINED],
                [
                    (
                        one.kpi.code,
                        one.kpi.name[language],
                        one.kpi.definition[language],
                        law.cite(one.kpi.norm).words[language],
                    )
                    for one in told
                ],
            ),
        ],
        row.at,
    )


def _lines(figure: Figure, language: Language) -> list[tuple[Cell, ...]]:
    """As many rows as parts; the sum is left to the reader's own table."""
    section, name = figure.kpi.section.words[language], figure.kpi.name[language]
    return [(section, name, part.name[language], part.count) for part in figure.parts]
