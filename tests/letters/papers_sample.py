"""The facts of three papers about the sample appeal."""

from datetime import date, datetime

from qabyldau.documents import LetterheadFacts, OralProtocolFacts, Signature, TalonFacts
from qabyldau.regulation.norms.intake import Channel, OralProtocol, RegistrationDay, Talon
from qabyldau.regulation.words import Words
from tests.letters.sample import (
    ADDRESS,
    AKIM,
    AKIM_POSITION,
    LAW,
    OFFICE,
    PHONE,
    REGISTERED_AT,
    RESPOND_BY,
    TRACK,
)

WORKER = Words(kk="қоғамдық қабылдау бөлмесінің бас маманы", ru="главный специалист общественной приёмной")
# Every letter that Kazakh has and Russian has not, in both cases.
SUBSTANCE = (
    "Ғабит Мүсірепов көшесіндегі үйде екі апта бойы су жоқ. Үйде үш отбасы тұрады,\n"
    "балалар мен әже суды көрші ауладан тасиды, оның құдығы да сарқылуға жақын.\n\n"
    "Жүгінгенім: ӨҢІРЛІК СУ АРНАСЫ, ҚАЛА ӘКІМДІГІ, ҰЛТТЫҚ ЖЕДЕЛ ЖЕЛІ, Һамит Жиһанов.\n"
    "Сантехник: ул. Ғ. Мусрепова, дом 4. Прошу принять меры."
)

TALON = TalonFacts(
    office=OFFICE,
    office_address=ADDRESS,
    office_phone=PHONE,
    number="ZKO-2023-000123",
    received_at=datetime(2023, 3, 13, 19, 40),
    registered_at=REGISTERED_AT,
    channel=Channel.HAND_DELIVERED.words,
    received_by="Өтегенова Ұ. Қ.",
    received_by_position=WORKER,
    respond_by=RESPOND_BY,
    citation=LAW.cite(Talon),
    secret="7KQ2-9FWD",
    track_url=f"{TRACK}/ZKO-2023-000123",
    journal_seq=4518,
    journal_hash="9f3ac1d2e47b5a60c8e19d3f7a2b4c6d8e0f1a2b3c4d5e6f708192a3b4c5d6e7",
    carried_under=LAW.cite(RegistrationDay),
)

ORAL = OralProtocolFacts(
    office=OFFICE,
    addressee=AKIM_POSITION,
    number="ZKO-2023-000123",
    taken_at=REGISTERED_AT,
    applicant="Әбдіқадырова Гүлнұр Өмірқызы",
    iin="020308400024",
    represents="",
    address="Орал қаласы, Ғ. Мүсірепов көшесі, 4-үй",
    phone="+7 701 000 00 00",
    substance=SUBSTANCE,
    taken_by="Өтегенова Ұ. Қ.",
    taken_by_position=WORKER,
    affirmation=LAW.get(OralProtocol).affirmation,
    citation=LAW.cite(OralProtocol),
)

LETTERHEAD = LetterheadFacts(
    office=OFFICE,
    office_address=ADDRESS,
    office_phone=PHONE,
    number="ZKO-2023-000123",
    written_on=date(2023, 3, 28),
    addressee="Әбдіқадырова Гүлнұр Өмірқызы",
    addressee_address="090000, Орал қаласы, Ғ. Мүсірепов көшесі, 4-үй",
    signature=Signature(name=AKIM, position=AKIM_POSITION),
    verify_url=f"{TRACK}/ZKO-2023-000123",
)
