"""Papers the office prints: the talon, the protocol of an oral request, a letter on the letterhead.

PDF/A-2a and PDF/UA-1, tagged, the same bytes for the same facts. What people typed goes in as data
only, so that nothing of it is ever read as markup.
"""

from qabyldau.documents.facts import LetterheadFacts, LetterText, OralProtocolFacts, Signature, TalonFacts
from qabyldau.documents.papers import letter_pdf, oral_protocol_pdf, talon_pdf

__all__ = [
    "LetterText",
    "LetterheadFacts",
    "OralProtocolFacts",
    "Signature",
    "TalonFacts",
    "letter_pdf",
    "oral_protocol_pdf",
    "talon_pdf",
]
