"""The law on a page: a citation is always a link to its clause."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from qabyldau.regulation.edition import Citation

register = template.Library()


def act_address(citation: Citation) -> str:
    """Where the clause can be read: its anchor on the page of its act."""
    act = citation.edition.split("@")[0]
    return f"{reverse('public:act')}#{act}-{citation.anchor}" if is_code(citation) else _own(citation)


def is_code(citation: Citation) -> bool:
    """Whether the clause stands in the code beneath the regulation, not in the regulation itself."""
    return citation.edition.startswith("appk")


def _own(citation: Citation) -> str:
    return f"{reverse('public:act')}#{citation.anchor}"


@register.simple_tag
def cite(citation: Citation | dict[str, str], form: str = "whole") -> SafeString:
    """A link to the clause: "п. 29 регламента…", or with form="short" only "п. 29"."""
    found = Citation.from_row(citation) if isinstance(citation, dict) else citation
    language = get_language() or "kk"
    words = found.short[language] if form == "short" else found.words[language]
    return format_html('<a class="cite" href="{}">{}</a>', act_address(found), words)
