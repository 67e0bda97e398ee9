"""The law on a page: a citation is always a link to its clause."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from qabyldau.regulation.edition import Citation
from qabyldau.regulation.editions import BENEATH

register = template.Library()


def act_address(citation: Citation) -> str:
    """Where the clause can be read: its anchor on the page of its act."""
    return f"{reverse('public:act')}#{anchor(citation)}"


@register.simple_tag
def anchor(citation: Citation) -> str:
    """Two acts stand on one page: a clause of an act beneath carries the name of that act."""
    if citation.edition in {edition.code for edition in BENEATH}:
        return f"{citation.edition.partition('@')[0]}-{citation.anchor}"
    return citation.anchor


@register.simple_tag
def cite(citation: Citation | dict[str, str], form: str = "whole") -> SafeString:
    """A link to the clause: "п. 29 регламента…", or with form="short" only "п. 29"."""
    found = Citation.from_row(citation) if isinstance(citation, dict) else citation
    language = get_language() or "kk"
    words = found.short[language] if form == "short" else found.words[language]
    return format_html('<a class="cite" href="{}">{}</a>', act_address(found), words)
