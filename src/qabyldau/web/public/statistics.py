"""Open data: figures of frozen quarters on a page, as CSV and as JSON; small counts are left out."""

from __future__ import annotations

import csv
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from qabyldau.documents import charts
from qabyldau.reporting import open_data, queries
from qabyldau.reporting.open_data import FEWEST, LICENCE, LICENCE_URL, Datum
from qabyldau.web.public.chrome import language, show, the_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qabyldau.people.models import Office

BYTE_ORDER = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
HEAD = ("since", "until", "indicator", "indicator_kk", "indicator_ru", "part", "part_kk", "part_ru", "count")
SHOWN = 4


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    office = the_office()
    said = language()
    titles = {row.since: queries.quarter_of(row).title[said] for row in queries.reports(office.pk)}
    quarters = []
    for since, found in groupby(open_data.published(office), key=lambda one: one.since):
        quarters.append((titles[since], _indicators(found)))
    context = {
        "quarters": quarters[:SHOWN],
        "fewest": FEWEST,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
    }
    return show(request, "public/statistics.html", office, context)


def _indicators(found: Iterable[Datum]) -> list[tuple[str, SafeString, list[Datum]]]:
    """Each with its chart; what is left out stands in the table alone."""
    said, made = language(), []
    for _, group in groupby(found, key=lambda one: one.code):
        rows = list(group)
        name = rows[0].indicator[said]
        given = [(one.part[said], one.count) for one in rows if one.count is not None]
        chart = charts.bars(name, given) if given else ""
        # Drawn by documents.charts, which escapes every word.
        made.append((name, mark_safe(chart), rows))  # noqa: S308
    return made


@require_safe
def as_csv(_request: HttpRequest) -> HttpResponse:
    office = the_office()
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{_name(office)}.csv"'
    answer["Link"] = f'<{LICENCE_URL}>; rel="license"'
    answer.write(BYTE_ORDER)
    written = csv.writer(answer)
    written.writerow(HEAD)
    for one in open_data.published(office):
        written.writerow([_plain(cell) for cell in _cells(one)])
    return answer


@require_safe
def as_json(_request: HttpRequest) -> JsonResponse:
    office = the_office()
    rows = [dict(zip(HEAD, _cells(one), strict=True)) for one in open_data.published(office)]
    said = {
        "office": {"kk": office.name_kk, "ru": office.name_ru},
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "left_out_below": FEWEST,
        "rows": rows,
    }
    answer = JsonResponse(said, json_dumps_params={"ensure_ascii": False})
    answer["Link"] = f'<{LICENCE_URL}>; rel="license"'
    return answer


def _cells(one: Datum) -> tuple[str | int | None, ...]:
    return (
        one.since.isoformat(),
        one.until.isoformat(),
        one.code,
        one.indicator.kk,
        one.indicator.ru,
        one.key,
        one.part.kk,
        one.part.ru,
        one.count,
    )


def _plain(cell: str | int | None) -> str | int:
    """A table program must read it as text: never as a formula."""
    if cell is None:
        return ""
    return f"'{cell}" if type(cell) is str and cell.startswith(FORMULA) else cell


def _name(office: Office) -> str:
    return f"receptions-{office.code}"
