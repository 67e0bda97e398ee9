"""Which facts go onto which paper, in words of both languages."""

from datetime import date, datetime

from qabyldau.documents.facts import LetterheadFacts, LetterText, OralProtocolFacts, Signature, TalonFacts
from qabyldau.documents.typeset import Data, qr_svg, typeset
from qabyldau.regulation.wording import arithmetic, date_words
from qabyldau.regulation.words import Language, Words

HASH_SHOWN = 10


def talon_pdf(facts: TalonFacts, language: Language) -> bytes:
    """The talon, A5: the applicant's language first, the other one small beneath it."""
    data: dict[str, Data] = {
        "language": language,
        "office": both(facts.office),
        "address": both(facts.office_address),
        "phone": facts.office_phone,
        "number": facts.number,
        "received_at": moment(facts.received_at),
        "registered_at": moment(facts.registered_at),
        "channel": both(facts.channel),
        "signed_by": facts.signed_by,
        "received_by": facts.received_by,
        "received_by_position": both(facts.received_by_position),
        "respond_by": day(facts.respond_by.on),
        "arithmetic": {one: arithmetic(facts.respond_by, one) for one in Language},
        "respond_clause": both(facts.respond_by.citation.words),
        "clause": both(facts.citation.words),
        "secret": facts.secret,
        "track_url": facts.track_url,
        "qr": qr_svg(facts.track_url),
        "carried_under": both(facts.carried_under.words) if facts.carried_under else None,
        "entry": f"{facts.journal_seq} · {facts.journal_hash[:HASH_SHOWN]}",
    }
    return typeset("talon", data, dated=facts.registered_at.date())


def oral_protocol_pdf(facts: OralProtocolFacts, language: Language) -> bytes:
    """The protocol of an oral request, A4, ready for two signatures."""
    data: dict[str, Data] = {
        "language": language,
        "office": both(facts.office),
        "addressee": both(facts.addressee),
        "number": facts.number,
        "taken_at": moment(facts.taken_at),
        "applicant": facts.applicant,
        "iin": facts.iin,
        "represents": facts.represents,
        "address": facts.address,
        "phone": facts.phone,
        "substance": paragraphs(facts.substance),
        "taken_by": facts.taken_by,
        "taken_by_position": both(facts.taken_by_position),
        "affirmation": both(facts.affirmation),
        "clause": both(facts.citation.words),
    }
    return typeset("oral_protocol", data, dated=facts.taken_at.date())


def letter_pdf(letter: LetterText, facts: LetterheadFacts, language: Language) -> bytes:
    """A letter on the office's letterhead, A4: the head in both languages, the text in the applicant's."""
    data: dict[str, Data] = {
        "language": language,
        "office": both(facts.office),
        "address": both(facts.office_address),
        "phone": facts.office_phone,
        "number": facts.number,
        "written_on": day(facts.written_on),
        "addressee": [line for line in (facts.addressee, facts.addressee_address) if line],
        "subject": letter.subject,
        "blocks": paragraphs(letter.text),
        "signature": signature(facts.signature),
        "verify_url": facts.verify_url,
        "qr": qr_svg(facts.verify_url),
        "digest": "",
    }
    return typeset("letter", data, dated=facts.written_on)


def both(words: Words) -> Data:
    return {Language.KK: words.kk, Language.RU: words.ru}


def day(value: date) -> Data:
    return {one: date_words(value, one) for one in Language}


def moment(value: datetime) -> Data:
    return {one: f"{date_words(value.date(), one)}, {value:%H:%M}" for one in Language}


def paragraphs(text: str) -> Data:
    """Paragraphs of lines: an empty line parts paragraphs, as in the letters."""
    return [list(block.strip().splitlines()) for block in text.split("\n\n") if block.strip()]


def signature(facts: Signature | None) -> Data:
    return {"name": both(facts.name), "position": both(facts.position)} if facts else None
