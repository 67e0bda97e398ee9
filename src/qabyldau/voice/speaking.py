"""The process that speaks: reads [[language, text, path], …] and writes a WAV for each.

It is started apart from the product, so that espeak-ng (GPL) stays a program beside ours.
"""

from __future__ import annotations

import ctypes
import json
import sys
import wave
from collections.abc import Callable
from pathlib import Path

SYNCHRONOUS = 2
CHARS_UTF8 = 1
WORDS_A_MINUTE, RATE_PARAMETER = 145, 1
Heard = Callable[[object, int, object], int]


def main() -> None:
    import espeakng_loader  # noqa: PLC0415  only this process has it

    orders: list[tuple[str, str, str]] = json.load(sys.stdin)
    library = ctypes.CDLL(espeakng_loader.get_library_path())
    data = str(espeakng_loader.get_data_path()).encode()
    rate = library.espeak_Initialize(SYNCHRONOUS, 0, data, 0)
    library.espeak_SetParameter(RATE_PARAMETER, WORDS_A_MINUTE, 0)
    heard = bytearray()
    listener = _listener(heard)
    library.espeak_SetSynthCallback(listener)
    for language, text, path in orders:
        heard.clear()
        library.espeak_SetVoiceByName(language.encode())
        said = text.encode()
        library.espeak_Synth(said, len(said) + 1, 0, 0, 0, CHARS_UTF8, None, None)
        _write(Path(path), bytes(heard), rate)


def _listener(heard: bytearray) -> object:
    shape = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)

    def listen(samples: ctypes._Pointer[ctypes.c_short], count: int, _events: object) -> int:
        if samples:
            heard.extend(ctypes.string_at(samples, count * 2))
        return 0

    return shape(listen)


def _write(path: Path, samples: bytes, rate: int) -> None:
    """Whole or not at all: a clip cut in half would be played for ever."""
    draft = path.with_suffix(".part")
    with wave.open(str(draft), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples)
    draft.replace(path)


if __name__ == "__main__":
    main()
