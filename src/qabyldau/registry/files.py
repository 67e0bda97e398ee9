"""Files that come with an appeal: known by what is in them, kept under their own hash."""

import hashlib
import io
import os
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import magic
from django.conf import settings

from qabyldau.registry.errors import FileRefusedError
from qabyldau.registry.models import Appeal, Attachment

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TAKEN = frozenset({"application/pdf", "image/jpeg", "image/png", DOCX})
ZIPPED = frozenset({DOCX, "application/zip", "application/octet-stream"})
NAME_LENGTH = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: the name is only shown, the kind is read from the content."""

    name: str
    content: bytes


def media_type(content: bytes) -> str:
    found = str(magic.from_buffer(content[:8192], mime=True))
    return DOCX if found in ZIPPED and _is_docx(content) else found


def _is_docx(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return False
    return "word/document.xml" in names and "word/vbaProject.bin" not in names


def check(uploads: tuple[Upload, ...]) -> None:
    """Refuse what is too many, too large, empty, or not what it says."""
    if len(uploads) > settings.ATTACHMENTS_PER_APPEAL:
        raise FileRefusedError("too_many")
    for upload in uploads:
        if not upload.content:
            raise FileRefusedError("empty")
        if len(upload.content) > settings.ATTACHMENT_BYTES:
            raise FileRefusedError("too_large")
        if media_type(upload.content) not in TAKEN:
            raise FileRefusedError("kind")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it lies in the media folder; rows of any app that shows files are made from it."""

    name: str
    kind: str
    size: int
    sha256: str
    stored: str


def keep(upload: Upload) -> Kept:
    """Write the file once, under its hash."""
    sha256 = hashlib.sha256(upload.content).hexdigest()
    stored = f"{sha256[:2]}/{sha256}"
    path = path_of(stored)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_bytes(upload.content)
        partial.rename(path)
    name = Path(upload.name.replace("\\", "/")).name[-NAME_LENGTH:]
    return Kept(name, media_type(upload.content), len(upload.content), sha256, stored)


def attach(appeal: Appeal, uploads: tuple[Upload, ...], at: datetime) -> list[Attachment]:
    """Write each file once under its hash, and a row that points to it."""
    rows = [_row(appeal, upload, at) for upload in uploads]
    return Attachment.objects.bulk_create(rows) if rows else []


def _row(appeal: Appeal, upload: Upload, at: datetime) -> Attachment:
    kept = keep(upload)
    return Attachment(
        appeal=appeal,
        name=kept.name,
        kind=kept.kind,
        size=kept.size,
        sha256=kept.sha256,
        stored=kept.stored,
        added_at=at,
    )


def path_of(stored: str) -> Path:
    return Path(settings.MEDIA_ROOT) / stored
