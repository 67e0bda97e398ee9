"""A recording of a person, looked at before it is played to a hall: a plain WAV, short, and not silent."""

import io
import sys
import wave
from array import array

SAMPLE_BYTES = 2
CHANNELS, RATES = (1, 2), range(8_000, 48_001)
SHORTEST, LONGEST = 0.1, 10.0
# Of 32 767: a microphone that was off leaves less.
QUIETEST = 600
LARGEST_BYTES = 2 * 1024 * 1024


class RecordingError(Exception):
    """`code` is too_large, not_wav, not_plain, length or silent."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def checked(sound: bytes) -> bytes:
    """The same sound written anew: whatever else the file carried stays behind."""
    if len(sound) > LARGEST_BYTES:
        raise RecordingError("too_large")
    try:
        with wave.open(io.BytesIO(sound)) as file:
            shape, frames = file.getparams(), file.readframes(file.getnframes())
    except (wave.Error, EOFError) as fault:
        raise RecordingError("not_wav") from fault
    if shape.sampwidth != SAMPLE_BYTES or shape.nchannels not in CHANNELS or shape.framerate not in RATES:
        raise RecordingError("not_plain")
    if not SHORTEST <= len(frames) / (SAMPLE_BYTES * shape.nchannels * shape.framerate) <= LONGEST:
        raise RecordingError("length")
    if _loudest(frames) < QUIETEST:
        raise RecordingError("silent")
    return _written(frames, shape.nchannels, shape.framerate)


def _loudest(frames: bytes) -> int:
    samples = array("h", frames[: len(frames) // SAMPLE_BYTES * SAMPLE_BYTES])
    if sys.byteorder == "big":
        samples.byteswap()
    extremes = (max(samples), -min(samples))
    return max(extremes)


def _written(frames: bytes, channels: int, rate: int) -> bytes:
    anew = io.BytesIO()
    with wave.open(anew, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(SAMPLE_BYTES)
        file.setframerate(rate)
        file.writeframes(frames)
    return anew.getvalue()
