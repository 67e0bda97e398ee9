"""The front page: the ways in, the next days of reception, what to prepare, and the act in force."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.norms.intake import Channels
from qabyldau.schedule import queries as schedule
from qabyldau.web.public.chrome import show, the_office, today

NEXT_DAYS = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    office = the_office()
    day = today(office)
    law = governing(office.code, day)
    context = {
        "days": schedule.published(office.pk, since=day)[:NEXT_DAYS],
        "law": law,
        "answer": law.edition.get(AnswerDeadline).within,
        "answer_citation": law.edition.cite(AnswerDeadline),
        "channels_citation": law.edition.cite(Channels),
    }
    return show(request, "public/home.html", office, context)
