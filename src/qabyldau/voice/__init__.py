"""What the hall hears: calls put together from clips, in Kazakh and then in Russian.

Clips are made at set-up by espeak-ng in a process of its own; a recording of a person, put under the same
name into the folder of recordings, is played instead.
"""

from qabyldau.voice.phrases import Clip, call, fixed, place, trial
from qabyldau.voice.shelf import Shelf

__all__ = ["Clip", "Shelf", "call", "fixed", "place", "trial"]
