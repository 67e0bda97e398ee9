"""The applicant adds what was missing, on the tracking page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from qabyldau.acts.words import FILES
from qabyldau.people.actor import Actor
from qabyldau.people.identifiers import cleaned, fault
from qabyldau.registry.amending import Added
from qabyldau.registry.errors import FileRefusedError, StaleError
from qabyldau.registry.files import Upload
from qabyldau.registry.moves import Asked
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.completeness import Missing
from qabyldau.regulation.norms.deadlines import Completion
from qabyldau.regulation.norms.matter import looks_empty
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.screening import actions as screening
from qabyldau.screening import queries
from qabyldau.screening.actions import Supplied
from qabyldau.web.public.chrome import now, show, the_office
from qabyldau.web.public.track.find import opened
from qabyldau.web.screening.words import MISSING
from qabyldau.web.templatetags.words import language
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from qabyldau.registry.models import Appeal

TYPED = (Missing.NAME, Missing.NUMBER, Missing.ADDRESS, Missing.MATTER)
UNPROCESSABLE = 422


class ManyFiles(forms.ClearableFileInput):
    """More than one at once."""

    allow_multiple_selected = True


class SupplyForm(forms.Form):
    """A field for each thing that was asked for; papers are taken as files."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput)
    name = forms.CharField(label=MISSING[Missing.NAME], max_length=200)
    number = forms.CharField(label=MISSING[Missing.NUMBER], max_length=20)
    address = forms.CharField(label=MISSING[Missing.ADDRESS], max_length=300)
    matter = forms.CharField(
        label=MISSING[Missing.MATTER], max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )
    papers = forms.FileField(
        label=_("Scans or photographs"), required=False, widget=ManyFiles(attrs={"multiple": True})
    )

    def __init__(
        self,
        lacking: tuple[Missing, ...],
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile[bytes]] | None = None,
        initial: dict[str, object] | None = None,
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.wanted = [one for one in lacking if one not in TYPED]
        for one in TYPED:
            if one not in lacking:
                del self.fields[one]
            else:
                self.fields[one].error_messages["required"] = gettext("Fill this in")
        if self.wanted:
            named = ", ".join(str(MISSING[one]).lower() for one in self.wanted)
            self.fields["papers"].help_text = gettext("Needed: %(papers)s. PDF, JPEG, PNG, DOCX.") % {
                "papers": named
            }
        else:
            del self.fields["papers"]

    def clean_number(self) -> str:
        number = cleaned(str(self.cleaned_data["number"]))
        if fault(number):
            raise forms.ValidationError(gettext("Check the number: its check digit is wrong"))
        return number

    def clean_matter(self) -> str:
        text = str(self.cleaned_data["matter"])
        if looks_empty(text):
            raise forms.ValidationError(gettext("Say in a few sentences what happened, where and when"))
        return text

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or {}
        if self.wanted and not self.files.getlist("papers"):
            self.add_error("papers", gettext("Choose the file"))
        return answers

    @property
    def supplied(self) -> Supplied:
        given = self.cleaned_data
        added = Added(**{str(one): str(given.get(one, "")) for one in TYPED})
        taken = self.files.getlist("papers") if self.wanted else []
        uploads = tuple(Upload(one.name or "", one.read()) for one in taken)
        return Supplied(added, frozenset(self.wanted), uploads)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def supply(request: HttpRequest) -> HttpResponse:
    office = the_office()
    found = opened(request, office)
    if found is None:
        return redirect("public:track")
    wanted = queries.open_request(found)
    if found.stage is not State.DATA_ASKED or wanted is None:
        messages.warning(request, gettext("Nothing is awaited from you now."))
        return redirect("public:track_appeal")
    sent = request.method == "POST"
    form = SupplyForm(
        wanted.lacking,
        request.POST if sent else None,
        request.FILES if sent else None,
        {"version": found.version},
    )
    if form.is_valid() and (done := _supplied(request, found, form)):
        return done
    context = {
        "appeal": found,
        "form": form,
        "wanted": wanted,
        "citation": found.edition.cite(Completion),
    }
    status = UNPROCESSABLE if form.errors else 200
    return show(request, "screening/supply.html", office, context, status)


def _supplied(request: HttpRequest, found: Appeal, form: SupplyForm) -> HttpResponse | None:
    """None: it could not be, and the form says why."""
    actor = Actor.applicant(found.office_id, found.pk)
    asked = Asked(by=actor, at=now(), version=form.cleaned_data["version"])
    try:
        screening.supply_data(found.pk, supplied=form.supplied, asked=asked)
    except StaleError:
        words = gettext("The appeal has changed since you opened the page. Look at it once more.")
        messages.warning(request, words)
        return redirect("public:track_appeal")
    except UnlawfulError as unlawful:
        form.add_error(None, law_message(unlawful))
        return None
    except FileRefusedError as refused:
        form.add_error("papers", FILES[refused.code][language()])
        return None
    messages.success(request, gettext("Thank you: it has come, and the consideration goes on."))
    return redirect("public:track_appeal")
