"""Words for papers: the language of one, called as it calls itself."""

from django import template

register = template.Library()

OWN_NAMES = {"kk": "қазақша", "ru": "русский"}


@register.filter
def spoken_name(code: str) -> str:
    return OWN_NAMES[code]
