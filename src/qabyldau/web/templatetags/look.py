"""Pieces of the look: icons, fields, deadlines, switches of language and of view, menus, pages of a list."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.forms.widgets import CheckboxInput, CheckboxSelectMultiple, FileInput, RadioSelect
from django.http import HttpRequest, QueryDict
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext, pgettext

from qabyldau.web.components import Shape
from qabyldau.web.navigation import MenuItem, in_language

register = template.Library()

VIEW_COOKIE = "view"
LARGE = "large"
PLAIN = "plain"
SOON_DAYS = 3
NAMES = {"kk": ("ҚАЗ", "Қазақша"), "ru": ("РУС", "Русский")}
PAGES_OF_PUBLIC_MENU = ("home", "receivers", "schedule", "request", "track", "help")


@register.simple_tag
def icon(name: str) -> SafeString:
    """A sign from the sprite; it decorates words and says nothing by itself."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("ui/sprite.svg"),
        name,
    )


# --- fields ---------------------------------------------------------------------------------------


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, form: str = "") -> dict[str, Any]:
    """A field with its label, hint and error in the order that a screen reader should meet them."""
    widget = bound.field.widget
    many = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    described = _described_by(bound)
    return {
        "field": bound,
        "errors": bound.errors,
        "many": many,
        "columns": widget.attrs.get("data-columns", "one"),
        "single": isinstance(widget, CheckboxInput),
        "file": isinstance(widget, FileInput),
        "optional": _may_stay_empty(bound) and not many and not isinstance(widget, CheckboxInput),
        "describedby": described,
        "control": "" if many or bound.is_hidden else _control(bound, described, form),
    }


def _may_stay_empty(bound: BoundField) -> bool:
    """Not so for a field that is asked for only in some cases: its widget says data-sometimes."""
    return not bound.field.required and "data-sometimes" not in bound.field.widget.attrs


def _described_by(bound: BoundField) -> str:
    parts = [(bound.help_text, "hint"), (bound.errors, "error")]
    return " ".join(f"{bound.auto_id}-{part}" for present, part in parts if present)


def _control(bound: BoundField, described: str, form: str) -> SafeString:
    attributes: dict[str, Any] = {"aria-describedby": described or None, "form": form or None}
    if bound.errors:
        attributes["aria-invalid"] = "true"
    if not isinstance(bound.field.widget, CheckboxInput | FileInput):
        size = bound.field.widget.attrs.get("data-size", "")
        attributes["class"] = f"input input--{size}" if size else "input"
    return bound.as_widget(attrs={name: value for name, value in attributes.items() if value is not None})


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """All errors of a page on top, in the same words as at the fields, each leading to its field."""
    return {"rows": [row for form in forms if form.is_bound for row in _errors_of(form)]}


def _errors_of(form: BaseForm) -> list[dict[str, str]]:
    general = [{"anchor": "", "words": str(error)} for error in form.non_field_errors()]
    return general + [
        {"anchor": _anchor(bound), "words": str(error)} for bound in form for error in bound.errors
    ]


def _anchor(bound: BoundField) -> str:
    """A group of choices has no element of its own id: its first choice is led to."""
    many = isinstance(bound.field.widget, RadioSelect | CheckboxSelectMultiple)
    return f"{bound.auto_id}_0" if many else str(bound.auto_id)


# --- deadlines ------------------------------------------------------------------------------------


def shape_of(days_left: int | None) -> Shape:
    if days_left is None:
        return Shape.STILL
    if days_left < 0:
        return Shape.LATE
    return Shape.SOON if days_left <= SOON_DAYS else Shape.FINE


def left_words(days_left: int | None) -> str:
    """Working days left, in words; None: the clock does not run."""
    if days_left is None:
        return pgettext("deadline", "No deadline running")
    if days_left < 0:
        days = -days_left
        return ngettext("Overdue by %(days)s working day", "Overdue by %(days)s working days", days) % {
            "days": days
        }
    if days_left == 0:
        return pgettext("deadline", "Due today")
    words = ngettext("%(days)s working day left", "%(days)s working days left", days_left)
    return words % {"days": days_left}


@register.inclusion_tag("components/deadline.html")
def deadline(days_left: int | None, words: str = "") -> dict[str, str]:
    """A deadline as a shape, words and a colour; `days_left` in working days."""
    return {"shape": shape_of(days_left), "words": words or left_words(days_left)}


# --- language and view ----------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def language_links(context: template.Context) -> list[dict[str, Any]]:
    request: HttpRequest | None = context.get("request")
    address = request.get_full_path() if request else "/"
    current = get_language()
    return [
        {
            "code": code,
            "short": short,
            "words": words,
            "url": in_language(address, code),
            "current": code == current,
        }
        for code, (short, words) in NAMES.items()
    ]


def is_large(request: HttpRequest | None) -> bool:
    return request is not None and request.COOKIES.get(VIEW_COOKIE) == LARGE


@register.simple_tag(takes_context=True)
def view_class(context: template.Context) -> str:
    """The class of <html> for people with low vision, by their cookie."""
    return "view-large" if is_large(context.get("request")) else "view-plain"


@register.simple_tag(takes_context=True)
def view_switch(context: template.Context) -> dict[str, str]:
    """Where the switch of view leads, and what it says."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return {"url": "", "value": "", "words": ""}
    large = is_large(request)
    value = PLAIN if large else LARGE
    words = gettext("Ordinary version") if large else gettext("Version for people with low vision")
    address = reverse("public:view", args=[value]) + "?" + urlencode({"next": request.get_full_path()})
    return {"url": address, "value": value, "words": words}


# --- menus and pages of a list --------------------------------------------------------------------


def _public_words() -> dict[str, str]:
    return {
        "home": gettext("Home"),
        "receivers": gettext("Who receives"),
        "schedule": gettext("Reception schedule"),
        "request": gettext("Ask for a reception"),
        "track": gettext("Track my appeal"),
        "help": gettext("Help"),
    }


@register.simple_tag(takes_context=True)
def public_menu(context: template.Context) -> list[MenuItem]:
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request else None
    here = (match.url_name or "").split("_")[0] if match else ""
    words = _public_words()
    return [
        MenuItem(url=reverse(f"public:{name}"), words=words[name], current=name == here)
        for name in PAGES_OF_PUBLIC_MENU
    ]


@register.simple_tag(takes_context=True)
def office_name(context: template.Context) -> str:
    """The office whose site this is, when the page knows it."""
    office = context.get("office")
    return str(office.name[get_language() or "kk"]) if office else gettext("Akim's office")


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | str]:
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1))


@register.simple_tag(takes_context=True)
def page_url(context: template.Context, number: int) -> str:
    """The address of another page of the same list, other parameters kept."""
    query: QueryDict = context["request"].GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
