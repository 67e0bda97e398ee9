"""An issued paper as a file: PDF for the archive and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings

from qabyldau.documents.typeset import qr_svg, typeset
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.regulation.words import Language

if TYPE_CHECKING:
    from qabyldau.papers.models import Paper

DIGEST_SHOWN = 10


def verify_url(paper: Paper, language: Language) -> str:
    return f"{settings.PUBLIC_URL}/{language}/verify/{paper.code}/"


def pdf(paper: Paper, language: Language) -> bytes:
    """The paper in one of the languages it was issued in: the same bytes every time."""
    url = verify_url(paper, language)
    data = {name: value for name, value in paper.data.items() if name != "texts"}
    data |= paper.data["texts"][language]
    data |= {
        "language": language,
        "verify_url": url,
        "qr": qr_svg(url),
        "digest": paper.sha256[:DIGEST_SHOWN],
    }
    return typeset(KINDS[PaperKind(paper.kind)].layout, data, dated=paper.issued_on)
