"""How papers are numbered: the index of each kind in the list of files, and the form of the number."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from qabyldau.papers import numbering
from qabyldau.papers.errors import NumberFormError
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.web.papers.words import AGAINST
from qabyldau.web.staff.page import UNPROCESSABLE, StaffRequest, now, office_of, show, today


class RuleForm(forms.Form):
    use_required_attribute = False
    index = forms.CharField(
        label=_("Index in the list of files"),
        help_text=_("For example 04-12. Kinds with one index are numbered in one row."),
        max_length=20,
        error_messages={"required": _("Enter the index")},
    )
    form = forms.CharField(
        label=_("Form of the number"),
        help_text=_("Fields: {index}, {counter}, {year}, {prefix}. For example {index}-{counter}/{year}"),
        max_length=numbering.LONGEST_FORM,
        error_messages={"required": _("Enter the form of the number")},
    )


@require_safe
def numbering_page(request: StaffRequest) -> HttpResponse:
    office = office_of(request)
    day = today(office)
    rows = [
        (kind, row.name, *numbering.rule(office.pk, kind), numbering.following(office, kind, day))
        for kind, row in KINDS.items()
    ]
    return show(request, "papers/numbering.html", {"rows": rows, "year": day.year})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, kind: str) -> HttpResponse:
    """A new rule: numbers already given stay as they are."""
    if kind not in set(PaperKind):
        raise Http404
    office, chosen = office_of(request), PaperKind(kind)
    index, form_now = numbering.rule(office.pk, chosen)
    form = RuleForm(request.POST or None, initial={"index": index, "form": form_now})
    if form.is_valid() and _changed(request, chosen, form):
        messages.success(request, gettext("From now on papers of this kind are numbered so."))
        return redirect("staff:numbering")
    context = {
        "form": form,
        "name": KINDS[chosen].name,
        "next": numbering.following(office, chosen, today(office)),
        "rules": numbering.rules(office.pk, chosen),
    }
    return show(request, "papers/rule.html", context, status=UNPROCESSABLE if form.errors else 200)


def _changed(request: StaffRequest, kind: PaperKind, form: RuleForm) -> bool:
    given = form.cleaned_data
    try:
        numbering.change(office_of(request), kind, given["index"], given["form"], by=request.actor, at=now())
    except NumberFormError as against:
        form.add_error("form", str(AGAINST[against.code]))
        return False
    return True
