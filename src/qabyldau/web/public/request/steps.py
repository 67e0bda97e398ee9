"""Pages of the request: the start, and each step."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.deadlines import AnswerDeadline
from qabyldau.regulation.norms.refusal import NoMatterStated
from qabyldau.web.navigation import in_language
from qabyldau.web.public.chrome import show, the_office, today
from qabyldau.web.public.request import draft as drafts
from qabyldau.web.public.request import uploads
from qabyldau.web.public.request.draft import Draft
from qabyldau.web.public.request.flow import CHECK, NAMES, Flow
from qabyldau.web.public.request.forms import StepForm
from qabyldau.web.public.request.matter import MatterForm
from qabyldau.web.public.view import remember
from qabyldau.web.templatetags.look import LARGE, PLAIN
from qabyldau.web.templatetags.look import NAMES as LANGUAGES

DRAFT_FORM = "step"
UNPROCESSABLE = 422


@never_cache
@require_http_methods(["GET", "HEAD"])
def start(request: HttpRequest) -> HttpResponse:
    """What will be asked, and by when the office answers; an unfinished draft can be gone on with."""
    office = the_office()
    law = governing(office.code, today(office)).edition
    context = {
        "draft": drafts.load(request.session),
        "official": request.GET.get("official", ""),
        "answer": law.get(AnswerDeadline).within,
        "answer_citation": law.cite(AnswerDeadline),
        "matter_citation": law.cite(NoMatterStated),
    }
    return show(request, "public/request/start.html", office, context)


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A fresh draft; what was left of an older one is thrown away."""
    old = drafts.load(request.session)
    if old:
        uploads.drop(old)
    uploads.sweep()
    draft = Draft()
    wished = request.POST.get("official", "")
    if wished.isdigit():
        draft.answers["reception"] = {"official": [wished]}
    drafts.forget(request.session)
    drafts.save(request.session, draft)
    return redirect("public:request_step", NAMES[0])


def flow_of(request: HttpRequest) -> Flow | None:
    draft = drafts.load(request.session)
    if draft is None:
        return None
    office = the_office()
    return Flow(draft, office, governing(office.code, today(office)).edition)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, name: str) -> HttpResponse:
    """One step: shown with what was typed before, or judged and left behind."""
    if name not in NAMES:
        raise Http404
    flow = flow_of(request)
    if flow is None:
        return redirect("public:request")
    if not flow.reached(name):
        return _to(flow.unfinished())
    return (
        _judged(request, flow, name)
        if request.method == "POST"
        else _shown(request, flow, name, flow.blank(name))
    )


def _judged(request: HttpRequest, flow: Flow, name: str) -> HttpResponse:
    """Whatever the judgement, what was typed is kept first."""
    form = flow.answered(name, request.POST, request.FILES)
    valid = form.is_valid()
    flow.draft.answers[name] = {
        field: request.POST.getlist(field) for field in form.fields if field in request.POST
    }
    if isinstance(form, MatterForm):
        uploads.keep(flow.draft, form.taken)
    aside = _aside(request, flow, name)
    drafts.save(request.session, flow.draft)
    if aside:
        return aside
    return _to(flow.unfinished()) if valid else _shown(request, flow, name, form)


def _aside(request: HttpRequest, flow: Flow, name: str) -> HttpResponse | None:
    """Buttons that keep the page: another language, another view, a file taken out."""
    here = reverse("public:request_step", args=[name])
    kept = request.POST.get("keep", "")
    if kept in LANGUAGES:
        return HttpResponseRedirect(in_language(here, kept))
    if kept in {LARGE, PLAIN}:
        return remember(HttpResponseRedirect(here), kept)
    if (place := request.POST.get("remove", "")).isdigit():
        uploads.remove(flow.draft, int(place))
        return HttpResponseRedirect(here)
    return None


def _shown(request: HttpRequest, flow: Flow, name: str, form: StepForm) -> HttpResponse:
    context = {
        "form": form,
        "stop": flow.stop(name),
        "step": flow.place(name),
        "back": flow.before(name),
        "draft": flow.draft,
        "draft_form": DRAFT_FORM,
        "law": flow.law,
    }
    status = UNPROCESSABLE if form.errors else 200
    return show(request, f"public/request/{name}.html", flow.office, context, status=status)


def _to(name: str) -> HttpResponse:
    return redirect("public:request_check") if name == CHECK else redirect("public:request_step", name)
