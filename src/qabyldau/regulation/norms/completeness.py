"""What an appeal must contain, and what becomes of one that comes twice."""

from dataclasses import dataclass
from enum import StrEnum

from qabyldau.regulation.edition import Norm
from qabyldau.regulation.words import Words


class Missing(StrEnum):
    """What may be lacking in an appeal."""

    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"
    MATTER = "matter"
    SIGNATURE = "signature"
    AUTHORITY = "authority"
    NAMES = "names"

    @property
    def words(self) -> Words:
        return MISSING_WORDS[self]


MISSING_WORDS = {
    Missing.NAME: Words(
        kk="тегі, аты, болса әкесінің аты (заңды тұлға үшін — атауы)",
        ru="фамилия, имя, при наличии отчество (для юридического лица — наименование)",
    ),
    Missing.NUMBER: Words(kk="ЖСН (заңды тұлға үшін — БСН)", ru="ИИН (для юридического лица — БИН)"),
    Missing.ADDRESS: Words(kk="пошталық мекенжай", ru="почтовый адрес"),
    Missing.MATTER: Words(kk="мәселенің мәні", ru="суть вопроса"),
    Missing.SIGNATURE: Words(kk="өтініш берушінің қолы", ru="подпись заявителя"),
    Missing.AUTHORITY: Words(
        kk="өкілдің өкілеттігін растайтын құжат", ru="документ, подтверждающий полномочия представителя"
    ),
    Missing.NAMES: Words(
        kk="ұжымдық жолданымға қол қойған адамдардың тізімі", ru="список подписавших коллективное обращение"
    ),
}


@dataclass(frozen=True, slots=True)
class Completeness(Norm):
    """An appeal says who writes, where to answer and what about, and is signed."""

    fields: tuple[Missing, ...]

    def lacking(self, asked: frozenset[Missing]) -> tuple[Missing, ...]:
        """Of what a worker found missing, that which may be asked for, in the order of the law."""
        return tuple(one for one in self.fields if one in asked)


@dataclass(frozen=True, slots=True)
class Duplicate(Norm):
    """One appeal that came by two ways is accounted once: the later joins the earlier, keeping its number."""
