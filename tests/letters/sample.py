"""Invented people and one appeal of the sample office, as facts for letters and papers."""

from datetime import date, datetime

from qabyldau.letters import (
    Appointment,
    ByVideo,
    Extension,
    FinalAnswer,
    Heading,
    Hearing,
    HourCancelled,
    HoursOffered,
    Left,
    Moved,
    Refusal,
    Registered,
    Withdrawal,
)
from qabyldau.letters.facts import CheckBegun, CheckOver, TodayDeclined
from qabyldau.letters.spelling import Prose
from qabyldau.regulation.calendars.kz import KZ
from qabyldau.regulation.edition import Norm
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.lifecycle import Notice
from qabyldau.regulation.norms.control import Distribution, InstructionControl
from qabyldau.regulation.norms.control import FinalAnswer as FinalAnswerNorm
from qabyldau.regulation.norms.deadlines import (
    AbsenceNotice,
    AnswerDeadline,
    ExtensionCap,
    HearingNotice,
    due,
)
from qabyldau.regulation.norms.intake import Talon
from qabyldau.regulation.norms.reception import VideoOnly
from qabyldau.regulation.norms.refusal import HeardBefore, NoMatterStated, OutsideCompetence
from qabyldau.regulation.norms.refusal import Withdrawal as WithdrawalNorm
from qabyldau.regulation.norms.schedule import SameDayReception
from qabyldau.regulation.words import Language, Words
from tests.letters.sample_participation import letters_of_participation
from tests.letters.sample_screening import Sample, letters_of_screening

LAW = by_code("zko-289@2023")
REGISTERED_AT = datetime(2023, 3, 14, 10, 5)
RESPOND_BY = due(AnswerDeadline, REGISTERED_AT.date(), LAW, KZ)
# Registered on a Friday: the fifteenth day is a Saturday and is carried to Monday.
CARRIED = due(AnswerDeadline, date(2023, 3, 31), LAW, KZ)

OFFICE = Words(
    kk="Батыс Қазақстан облысы әкімінің аппараты", ru="Аппарат акима Западно-Казахстанской области"
)
ADDRESS = Words(kk="Орал қаласы, Достық даңғылы, 179", ru="город Уральск, проспект Достык, 179")
PHONE = "+7 7112 00-00-00"
TRACK = "https://qabyldau.example/track"
AKIM = Words(kk="Сейдахметов Өміржан Үкібайұлы", ru="Сейдахметов Омиржан Укибаевич")
AKIM_POSITION = Words(kk="Батыс Қазақстан облысының әкімі", ru="аким Западно-Казахстанской области")
HEAD = Words(kk="аппарат басшысы Һамитов Ғани Іңкәрұлы", ru="руководитель аппарата Хамитов Гани Инкарович")
ROOM = Words(kk="қоғамдық қабылдау бөлмесі, 2-кабинет", ru="общественная приёмная, кабинет 2")
# What an officer types is in the applicant's language.
MOTIVE = Words(
    kk="Жер телімінің шекарасы туралы дауды сот қарап жатыр.\nСот шешімін қабылдауда өзгертуге болмайды.",
    ru="Спор о границах участка уже рассматривает суд.\nРешение суда на приёме изменено быть не может.",
)
REASON = Words(
    kk="Жер кадастрының мәліметтері қажет, сұрау салу жіберілді.",
    ru="Нужны сведения земельного кадастра, запрос отправлен.",
)
ANSWER = Words(
    kk="Сарыарқа көшесіндегі жаяужол 1 қыркүйекке дейін жөнделеді.\n\nМердігер таңдалды, шарт жасалды.",
    ru="Тротуар по улице Сарыарка отремонтируют до 1 сентября.\n\nПодрядчик определён, договор подписан.",
)
COURT = Words(kk="Орал қалалық соты", ru="Уральский городской суд")


def heading(under: type[Norm], applicant: str = "Әбдіқадырова Гүлнұр Өмірқызы") -> Heading:
    return Heading(
        office=OFFICE,
        office_address=ADDRESS,
        office_phone=PHONE,
        number="ZKO-2023-000123",
        applicant=applicant,
        registered_at=REGISTERED_AT,
        track_url=TRACK,
        citation=LAW.cite(under),
    )


def appointment(mode: str, *, out_of_turn: bool = False) -> Appointment:
    return Appointment(
        starts_at=datetime(2023, 3, 30, 11, 0),
        official=AKIM,
        position=AKIM_POSITION,
        place=ROOM,
        mode=mode,
        out_of_turn=out_of_turn,
    )


def refusal(code: str, language: Language, competent_body: Words | None = None) -> Refusal:
    ground = {"outside_competence": OutsideCompetence, "heard_before": HeardBefore}[code]
    return Refusal(
        ground=LAW.cite(ground), ground_code=code, motive=MOTIVE[language], competent_body=competent_body
    )


def final_answer(character: str, language: Language) -> FinalAnswer:
    return FinalAnswer(text=ANSWER[language], character=character, signed_by=HEAD)


def moved(why: str, language: Language, *, by_video: bool = False) -> Moved:
    return Moved(
        before=datetime(2023, 3, 30, 11, 0),
        starts_at=datetime(2023, 4, 6, 15, 30),
        official=AKIM,
        position=AKIM_POSITION,
        place=ROOM,
        why=why,
        by_video=by_video,
        in_person=not by_video,
        reason=REASON[language] if why == "office" else "",
    )


def hour_cancelled(why: str, language: Language) -> HourCancelled:
    reason = REASON[language] if why == "office" else ""
    return HourCancelled(datetime(2023, 3, 30, 11, 0), AKIM, AKIM_POSITION, why, reason)


def hours_offered(why: str) -> HoursOffered:
    carried = why == "carried"
    return HoursOffered(
        first=datetime(2023, 4, 6, 15, 30),
        second=datetime(2023, 4, 6, 15, 45) if carried else None,
        third=datetime(2023, 4, 13, 15, 0) if carried else None,
        official=AKIM,
        position=AKIM_POSITION,
        until=datetime(2023, 3, 24, 18, 30),
        why=why,
        before=None if carried else datetime(2023, 4, 13, 15, 0),
    )


def by_video() -> ByVideo:
    act = "№ 7, 20.03.2023"
    return ByVideo(datetime(2023, 3, 30, 11, 0), AKIM, AKIM_POSITION, act, equipped=ROOM)


def today_declined() -> TodayDeclined:
    return TodayDeclined(AKIM, AKIM_POSITION, asked_on=REGISTERED_AT.date())


def extension(language: Language) -> Extension:
    return Extension(
        old=date(2023, 3, 29),
        new=date(2023, 4, 28),
        reason=REASON[language],
        decided_by=HEAD,
        limit=due(ExtensionCap, REGISTERED_AT.date(), LAW, KZ),
    )


def letters_of_review(language: Language) -> Sample:
    return {
        "refusal_outside_competence": (
            Notice.REFUSAL,
            OutsideCompetence,
            refusal("outside_competence", language, COURT),
        ),
        "refusal_heard_before": (Notice.REFUSAL, AnswerDeadline, refusal("heard_before", language)),
        "extension": (Notice.EXTENSION, ExtensionCap, extension(language)),
        "hearing": (
            Notice.HEARING,
            HearingNotice,
            Hearing(datetime(2023, 3, 24, 15, 0), ROOM, MOTIVE[language]),
        ),
    }


def letters_of_hours(language: Language) -> Sample:
    return {
        "appointment_in_person": (
            Notice.APPOINTMENT,
            AnswerDeadline,
            appointment("in_person", out_of_turn=True),
        ),
        "appointment_video": (Notice.APPOINTMENT, AnswerDeadline, appointment("video")),
        **{
            f"moved_{why}": (Notice.MOVED, under, moved(why, language, by_video=why == "absence"))
            for why, under in (
                ("absence", AbsenceNotice),
                ("day_off", Distribution),
                ("applicant", Distribution),
                ("office", Distribution),
                ("lifted", VideoOnly),
            )
        },
        **{
            f"hour_cancelled_{why}": (Notice.HOUR_CANCELLED, under, hour_cancelled(why, language))
            for why, under in (
                ("absence", AbsenceNotice),
                ("day_off", Distribution),
                ("applicant", Distribution),
                ("office", Distribution),
                ("no_video", VideoOnly),
            )
        },
        "offer_carried": (Notice.OFFER, Distribution, hours_offered("carried")),
        "offer_earlier": (Notice.OFFER, Distribution, hours_offered("earlier")),
        "by_video": (Notice.BY_VIDEO, VideoOnly, by_video()),
        "today_declined": (Notice.TODAY_DECLINED, SameDayReception, today_declined()),
    }


def letters_of_answers(language: Language) -> Sample:
    return {
        "withdrawal": (Notice.WITHDRAWAL, WithdrawalNorm, Withdrawal()),
        "final_answer_explained": (Notice.FINAL_ANSWER, FinalAnswerNorm, final_answer("explained", language)),
        "final_answer_satisfied": (Notice.FINAL_ANSWER, FinalAnswerNorm, final_answer("satisfied", language)),
        "final_answer_refused": (Notice.FINAL_ANSWER, FinalAnswerNorm, final_answer("refused", language)),
    }


def letters_of_checks(language: Language) -> Sample:
    return {
        "check_begun": (
            Notice.CHECK_BEGUN,
            InstructionControl,
            CheckBegun(Prose(MOTIVE[language]), date(2023, 5, 4)),
        ),
        "check_over_confirmed": (
            Notice.CHECK_OVER,
            InstructionControl,
            CheckOver("confirmed", Prose(ANSWER[language])),
        ),
        "check_over_restored": (
            Notice.CHECK_OVER,
            InstructionControl,
            CheckOver("restored", Prose(MOTIVE[language])),
        ),
    }


def sample_letters(language: Language) -> Sample:
    """Each letter by the name of its template: the notice, the norm it is sent under, and its facts."""
    return {
        "registered": (Notice.REGISTERED, Talon, Registered(respond_by=RESPOND_BY, secret="7KQ2-9FWD")),
        "left": (Notice.LEFT, NoMatterStated, Left()),
        **letters_of_screening(language),
        **letters_of_participation(language, LAW),
        **letters_of_review(language),
        **letters_of_hours(language),
        **letters_of_answers(language),
        **letters_of_checks(language),
    }


NAMES = tuple(sample_letters(Language.KK))
