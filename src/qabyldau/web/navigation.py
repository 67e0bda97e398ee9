"""Menus: what stands in them, and how an address finds the same page in another language."""

import re
from dataclasses import dataclass, field

PREFIX = re.compile(r"^/(?:kk|ru)(?=/|$)")


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of a menu; `count` is shown beside it unless None."""

    url: str
    words: str
    icon: str = "list"
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class MenuSection:
    """A heading of the side menu and its lines."""

    words: str
    items: list[MenuItem] = field(default_factory=list)


def in_language(address: str, language: str) -> str:
    """The same address under /kk/ or /ru/; an address outside the two leads to the front page.

    >>> in_language("/kk/act/?on=2023-03-01", "ru")
    '/ru/act/?on=2023-03-01'
    """
    if not PREFIX.match(address):
        return f"/{language}/"
    return PREFIX.sub(f"/{language}", address, count=1)
