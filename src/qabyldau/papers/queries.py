"""Reads: the papers about a thing, one paper of an office, and a paper by the code printed on it."""

from collections.abc import Iterable

from qabyldau.papers.models import Paper


def of(about: str) -> list[Paper]:
    """Every paper about one thing ("appeal:17"), in order; replaced ones too."""
    return list(Paper.objects.filter(about=about).order_by("pk"))


def paper(office_id: int, pk: int) -> Paper:
    return Paper.objects.get(office_id=office_id, pk=pk)


def by_code(code: str) -> Paper | None:
    """The paper with this code; None: we issued no such paper."""
    return Paper.objects.select_related("office", "replaced_by").filter(code=code).first()


def numbers(ids: Iterable[int]) -> dict[int, str]:
    """The number of each of these papers, by its id."""
    return dict(Paper.objects.filter(pk__in=ids).values_list("pk", "number"))
