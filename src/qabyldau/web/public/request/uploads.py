"""Files of a draft: a folder of their own until the appeal is registered."""

import shutil
import time
import uuid
from pathlib import Path

from django.conf import settings

from qabyldau.registry.files import Upload
from qabyldau.web.public.request.draft import Draft, KeptFile


def keep(draft: Draft, uploads: list[Upload]) -> None:
    """Put new files beside those already kept."""
    for upload in uploads:
        stored = uuid.uuid4().hex
        path = _folder(draft) / stored
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(upload.content)
        draft.files.append(KeptFile(name=upload.name, size=len(upload.content), stored=stored))


def remove(draft: Draft, place: int) -> None:
    """Take one file out; a place that is not there is already removed."""
    if 0 <= place < len(draft.files):
        gone = draft.files.pop(place)
        (_folder(draft) / gone.stored).unlink(missing_ok=True)


def read(draft: Draft) -> tuple[Upload, ...]:
    kept = [(one, _folder(draft) / one.stored) for one in draft.files]
    return tuple(Upload(one.name, path.read_bytes()) for one, path in kept if path.exists())


def drop(draft: Draft) -> None:
    shutil.rmtree(_folder(draft), ignore_errors=True)


def sweep(now: float | None = None) -> None:
    """Folders that outlived every session; called when somebody begins a new draft."""
    oldest = (now or time.time()) - settings.SESSION_COOKIE_AGE
    for folder in _root().glob("*"):
        if folder.stat().st_mtime < oldest:
            shutil.rmtree(folder, ignore_errors=True)


def _folder(draft: Draft) -> Path:
    return _root() / draft.key


def _root() -> Path:
    return Path(settings.MEDIA_ROOT) / "drafts"
