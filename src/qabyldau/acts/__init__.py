"""The catalogue of acts: what web and api may ask for, and what they may offer a person now.

One row per act: its right, its move, the shape of its input, and the function that does it. The pages
and the API are two speakers of this one list, so neither can do what the other cannot.
"""

from qabyldau.acts.act import Act
from qabyldau.acts.catalogue import ACTS, UnknownActError, perform
from qabyldau.acts.offers import Offer, offers
from qabyldau.acts.rehearsal import rehearse, writes

__all__ = ["ACTS", "Act", "Offer", "UnknownActError", "offers", "perform", "rehearse", "writes"]
