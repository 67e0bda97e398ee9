"""Where the clips lie: made ones, and recordings of people that go before them."""

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qabyldau.voice.phrases import Clip

NAME = re.compile(r"[0-9a-f]{16}")
SECONDS = 300


@dataclass(frozen=True, slots=True)
class Shelf:
    """`folder`/made is ours, `folder`/recorded is the office's; each has a folder a language."""

    folder: Path

    def find(self, language: str, name: str) -> Path | None:
        """The recording, or the made clip; None: there is neither, and the call goes on without it."""
        if not NAME.fullmatch(name):
            return None
        places = (self.folder / kind / language / f"{name}.wav" for kind in ("recorded", "made"))
        return next((path for path in places if path.is_file()), None)

    def missing(self, clips: Iterable[Clip]) -> list[Clip]:
        return [clip for clip in clips if self.find(clip.language, clip.name) is None]

    def make(self, clips: Iterable[Clip]) -> int:
        """Have what is missing spoken by espeak-ng, apart from us; how many were made."""
        wanted = self.missing(clips)
        if not wanted:
            return 0
        orders = [[one.language, one.text, str(self._made(one))] for one in wanted]
        for one in wanted:
            self._made(one).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "qabyldau.voice.speaking"],
            input=json.dumps(orders).encode(),
            check=True,
            timeout=SECONDS,
        )
        return len(wanted) - len(self.missing(wanted))

    def is_recorded(self, clip: Clip) -> bool:
        return self._recorded(clip).is_file()

    def keep(self, clip: Clip, sound: bytes) -> None:
        """A recording that goes before the made clip; whole or not at all."""
        path = self._recorded(clip)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        draft.write_bytes(sound)
        draft.replace(path)

    def drop(self, clip: Clip) -> None:
        self._recorded(clip).unlink(missing_ok=True)

    def _recorded(self, clip: Clip) -> Path:
        return self.folder / "recorded" / clip.language / f"{clip.name}.wav"

    def _made(self, clip: Clip) -> Path:
        return self.folder / "made" / clip.language / f"{clip.name}.wav"
