"""Pages that only tell: accessibility, personal data, help."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.norms.intake import BookingHours
from qabyldau.web.public.chrome import show, the_office, today


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return show(request, "public/accessibility.html", the_office())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return show(request, "public/privacy.html", the_office())


@require_safe
def help_page(request: HttpRequest) -> HttpResponse:
    office = the_office()
    law = governing(office.code, today(office)).edition
    context = {"hours_citation": law.cite(BookingHours), "answer_citation": law.cite(AnswerDeadline)}
    return show(request, "public/help.html", office, context)
