"""An issued paper as a file: PDF for the archive and for screen readers, DOCX for those who edit it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.conf import settings

from qabyldau.documents import docx as documents_docx
from qabyldau.documents.docx import Sheet
from qabyldau.documents.typeset import qr_svg, typeset
from qabyldau.papers.errors import NotEditedError
from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.papers.models import Printed
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


def docx(paper: Paper, language: Language) -> bytes:
    """The paper for an official to edit; only of the kinds that are edited."""
    if not KINDS[PaperKind(paper.kind)].edited:
        raise NotEditedError(paper.kind)
    data, said = paper.data, paper.data["texts"][language]
    signature = data["signature"]
    sheet = Sheet(
        heads=(data["office"]["kk"], data["office"]["ru"]),
        address=data["address"][language],
        number=paper.number,
        written_on=data["written_on"][language],
        addressee=said["addressee"],
        subject=said["subject"],
        blocks=said["blocks"],
        signature=(signature["position"][language], signature["name"][language]) if signature else None,
        dated=paper.issued_at,
    )
    return documents_docx.docx(sheet, language)


def file_digest(paper: Paper, language: Language, printed: bytes | None = None) -> str:
    """Of the PDF as it is printed now; noted, so that the file proves itself when it is printed otherwise."""
    sha256 = hashlib.sha256(printed or pdf(paper, language)).hexdigest()
    Printed.objects.get_or_create(paper=paper, language=language, sha256=sha256)
    return sha256


def proves(paper: Paper, sha256: str) -> bool:
    """Whether a file with this digest is this paper, in any of its languages."""
    for language in paper.languages:
        if not Printed.objects.filter(paper=paper, language=language).exists():
            file_digest(paper, Language(language))
    return Printed.objects.filter(paper=paper, sha256=sha256).exists()
