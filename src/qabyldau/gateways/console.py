"""Where nothing is connected yet: letters and short messages are written into files, and named in the log.

The default of a fresh installation and of the sample office: nobody is written to by accident. The log
says that a message went, never to whom nor what it says.
"""

import hashlib
import logging
from pathlib import Path

from qabyldau.ports.delivery import Mail, Receipt, Report

logger = logging.getLogger(__name__)


class _Drawer:
    """A folder with one file a message; the same key writes the same file."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self.kind = kind

    def keep(self, key: str, content: str) -> Receipt:
        self.folder.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(key.encode()).hexdigest()[:16]
        (self.folder / f"{name}.txt").write_text(content, encoding="utf-8")
        logger.info("%s %s is written to its file", self.kind, name)
        return Receipt(provider_id=f"{self.kind}-{name}")


class ConsoleMailer(_Drawer):
    """E-mail kept in files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "mail")

    def send(self, mail: Mail) -> Receipt:
        receipt = self.keep(mail.key, f"To: {mail.address}\nSubject: {mail.subject}\n\n{mail.text}\n")
        if mail.enclosure:
            (self.folder / f"{receipt.provider_id}.pdf").write_bytes(mail.enclosure.content)
        return receipt


class LogSms(_Drawer):
    """Short messages kept in files."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "sms")

    def send(self, phone: str, text: str, *, key: str) -> Receipt:
        return self.keep(key, f"To: {phone}\n\n{text}\n")

    def find(self, phone: str, *, key: str) -> Report | None:  # noqa: ARG002  a drawer reports nothing
        return None
