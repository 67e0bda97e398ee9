"""Who writes a letter: a citizen, a company, a foreigner, or somebody for another."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from qabyldau.demo import names, numbers
from qabyldau.demo.library import Matter, Script, Trait, manner
from qabyldau.demo.names import Name, Place
from qabyldau.people.actions import Person
from qabyldau.people.kinds import ApplicantKind
from qabyldau.registry.statement import Contact, Representation
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.words import Language, Words

TOWN_SHARE = 0.3
OPENING_SHARE, CLOSING_SHARE = 0.35, 0.3
GREETINGS = (
    "здра", "добрый", "уважаем", "сала", "сәлем", "құрметті", "ассала", "salem", "qurmetti", "assala",
)  # fmt: skip
FAMILIES = (12, 15, 17, 18, 25, 26, 28, 35, 36, 37, 38)
HECTARES = (15, 25, 30, 40, 50, 80)
MALE_STANDINGS = frozenset({Standing.WAR_VETERAN, Standing.COMBAT_VETERAN, Standing.EQUATED_VETERAN})
BLANKS = ("house", "flat", "queue", "since", "years", "months", "families", "hectares", "company")
PASSPORT = Words(kk="шетелдік паспорт", ru="паспорт иностранного гражданина")
STATELESS_CARD = Words(
    kk="азаматтығы жоқ адамның куәлігі",
    ru="удостоверение лица без гражданства",
)
FORMS = {
    (False, Language.KK): "{} ЖШС",
    (False, Language.RU): "ТОО {}",
    (True, Language.KK): "{} шаруа қожалығы",
    (True, Language.RU): "КХ {}",
}
AUTHORITIES = {
    Trait.LAWYER: Words(kk="адвокат ордері № {}", ru="ордер адвоката № {}"),
    Trait.RELATIVE: Words(kk="нотариалдық сенімхат № {}", ru="нотариальная доверенность № {}"),
    Trait.COMPANY: Words(
        kk="басшыны тағайындау туралы бұйрық № {}", ru="приказ о назначении руководителя № {}"
    ),
}
REACHED_BY = {  # how many of those who use a channel leave a telephone, and an e-mail address
    Channel.PORTAL: (0.9, 0.85),
    Channel.POST: (0.45, 0.15),
    Channel.HAND_DELIVERED: (0.8, 0.3),
    Channel.ORAL: (0.85, 0.2),
    Channel.CALL_CENTRE: (1.0, 0.15),
}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the blanks of a letter are filled with: where the writer lives, since when, how many they are."""

    place: Place
    street: Words
    house: int
    flat: int
    queue: int
    since: int
    years: int
    months: int
    families: int
    hectares: int
    company: str

    def filled(self, text: str, language: Language, script: Script) -> str:
        blanks = {name: getattr(self, name) for name in BLANKS}
        village, street = self.place.name[language], self.street[language]
        if script is Script.LATIN:
            village, street = (one.casefold().translate(names.LATIN).title() for one in (village, street))
        return text.format(village=village, street=street, **blanks)

    def address(self, language: Language) -> str:
        place, street = self.place, self.street[language]
        if language is Language.KK:
            kind, form = ("қаласы" if place.town else "ауылы"), f"{street} көшесі, {self.house}-үй"
            where = f"{place.name.kk} {kind}"
        else:
            kind, form = ("город" if place.town else "село"), f"улица {street}, дом {self.house}"
            where = f"{kind} {place.name.ru}"
        return ", ".join(piece for piece in (place.district[language], where, form) if piece)


@dataclass(frozen=True, slots=True)
class Sender:
    """A writer with everything that stays the same when the same person writes again."""

    writer: str
    applicant: Person
    represents: Trait | None
    circumstances: Circumstances
    phone: str
    email: str

    def contact(self, language: Language) -> Contact:
        return Contact(phone=self.phone, email=self.email, address=self.circumstances.address(language))

    def representation(self, language: Language, day: date, chance: Random) -> Representation:
        if self.represents is None:
            return Representation()
        authority = AUTHORITIES[self.represents][language].format(chance.randint(3, 960))
        until = None if self.represents is Trait.LAWYER else day + timedelta(days=chance.randint(200, 900))
        return Representation(name=self.writer, authority=authority, until=until)


def sender(matter: Matter, channel: Channel, day: date, chance: Random) -> Sender:
    """Somebody who could have written this letter."""
    sex = matter.sex or ("m" if matter.standing in MALE_STANDINGS else "")
    writer = names.person(chance, matter.language, sex)
    circumstances = _circumstances(matter, day, chance)
    by_phone, by_mail = REACHED_BY[channel]
    return Sender(
        writer=names.foreigner(matter.country) if matter.country else str(writer),
        applicant=_applicant(matter, writer, circumstances, chance),
        represents=_represents(matter),
        circumstances=circumstances,
        phone=names.phone(chance) if chance.random() < by_phone else "",
        email=names.mail(chance, writer) if chance.random() < by_mail else "",
    )


def _represents(matter: Matter) -> Trait | None:
    return next((trait for trait in AUTHORITIES if matter.is_(trait)), None)


def _circumstances(matter: Matter, day: date, chance: Random) -> Circumstances:
    in_town = "{village}" not in matter.text and chance.random() < TOWN_SHARE
    return Circumstances(
        place=names.town(chance) if in_town else names.village(chance),
        street=names.street(chance),
        house=chance.randint(1, 148),
        flat=chance.randint(1, 90),
        queue=chance.randint(118, 4870),
        since=day.year - chance.randint(4, 12),
        years=chance.randint(5, 9),
        months=chance.randint(5, 9),
        families=chance.choice(FAMILIES),
        hectares=chance.choice(HECTARES),
        company=_company(matter, chance),
    )


def _company(matter: Matter, chance: Random) -> str:
    """As the letter names it: a farm by its name alone, a company with its form."""
    name = names.company(chance, farm=matter.is_(Trait.FARM))
    return FORMS[False, matter.language].format(name) if matter.is_(Trait.COMPANY) else name


def _applicant(matter: Matter, writer: Name, circumstances: Circumstances, chance: Random) -> Person:
    if matter.is_(Trait.COMPANY, Trait.FARM):
        farm = matter.is_(Trait.FARM)
        name = FORMS[farm, matter.language].format(circumstances.company) if farm else circumstances.company
        number = numbers.company_number(chance, farm=farm)
        return Person(ApplicantKind.COMPANY, name, number)
    if matter.is_(Trait.FOREIGNER):
        document, number = PASSPORT[matter.language], f"AA{chance.randint(1, 999999):07d}"
        name = names.foreigner(matter.country)
        return Person(ApplicantKind.FOREIGNER, name, number, document)
    if matter.is_(Trait.STATELESS):
        document, number = STATELESS_CARD[matter.language], f"{chance.randint(1, 999999):09d}"
        return Person(ApplicantKind.STATELESS, str(writer), number, document)
    one = writer if _represents(matter) is None else names.person(chance, matter.language, matter.principal)
    return Person(ApplicantKind.CITIZEN, str(one), numbers.iin(chance, one.sex))


def letter(matter: Matter, one: Sender, chance: Random) -> str:
    """The letter as it reached the office: blanks filled, with or without a greeting and a farewell."""
    text = one.circumstances.filled(matter.text, matter.language, matter.script)
    openings, closings = manner("latin" if matter.script is Script.LATIN else matter.language)
    opened = text.casefold().startswith(GREETINGS) or matter.is_(Trait.EMPTY, Trait.TYPOS)
    if not opened and chance.random() < OPENING_SHARE:
        text = f"{chance.choice(openings)} {text}"
    if not matter.is_(Trait.EMPTY, Trait.CRISIS) and chance.random() < CLOSING_SHARE:
        text = f"{text}\n{chance.choice(closings)}"
    return text
