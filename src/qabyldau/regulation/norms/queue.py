"""In what order people are received."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from qabyldau.regulation.edition import Norm
from qabyldau.regulation.words import Words


class Standing(StrEnum):
    """Why a person is received out of turn."""

    WAR_VETERAN = "war_veteran"
    COMBAT_VETERAN = "combat_veteran"
    EQUATED_VETERAN = "equated_veteran"
    DISABILITY = "disability"
    PREGNANT = "pregnant"
    ALTYN_KYRAN = "altyn_kyran"
    HALYK_KAHARMANY = "halyk_kaharmany"
    ENBEK_ERI = "enbek_eri"

    @property
    def words(self) -> Words:
        return STANDINGS[self].name

    @property
    def proof(self) -> Words:
        """The document that shows it."""
        return STANDINGS[self].proof


@dataclass(frozen=True, slots=True)
class _Shown:
    name: Words
    proof: Words


VETERAN_CARD = Words(kk="ардагер куәлігі", ru="удостоверение ветерана")
AWARD_CARD = Words(kk="наградаға куәлік", ru="удостоверение к награде")

STANDINGS = {
    Standing.WAR_VETERAN: _Shown(
        Words(kk="Ұлы Отан соғысының ардагері", ru="ветеран Великой Отечественной войны"), VETERAN_CARD
    ),
    Standing.COMBAT_VETERAN: _Shown(
        Words(
            kk="басқа мемлекеттердің аумағындағы ұрыс қимылдарының ардагері",
            ru="ветеран боевых действий на территории других государств",
        ),
        VETERAN_CARD,
    ),
    Standing.EQUATED_VETERAN: _Shown(
        Words(
            kk="жеңілдіктер бойынша Ұлы Отан соғысының ардагерлеріне теңестірілген ардагер",
            ru="ветеран, приравненный по льготам к ветеранам Великой Отечественной войны",
        ),
        VETERAN_CARD,
    ),
    Standing.DISABILITY: _Shown(
        Words(kk="мүгедектігі бар адам", ru="лицо с инвалидностью"),
        Words(kk="мүгедектік туралы анықтама", ru="справка об инвалидности"),
    ),
    Standing.PREGNANT: _Shown(
        Words(kk="жүкті әйел", ru="беременная женщина"),
        Words(kk="медициналық анықтама", ru="медицинская справка"),
    ),
    Standing.ALTYN_KYRAN: _Shown(
        Words(kk="«Алтын Қыран» орденімен наградталған адам", ru="награжденный орденом «Алтын Қыран»"),
        AWARD_CARD,
    ),
    Standing.HALYK_KAHARMANY: _Shown(
        Words(kk="«Халық қаһарманы» атағы бар адам", ru="имеющий звание «Халық қаһарманы»"), AWARD_CARD
    ),
    Standing.ENBEK_ERI: _Shown(
        Words(kk="«Қазақстанның Еңбек Ері» атағы бар адам", ru="имеющий звание «Қазақстанның Еңбек Ері»"),
        AWARD_CARD,
    ),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A person in the queue: the number and time of registration, and what puts them ahead."""

    number: int
    registered_at: datetime
    standings: frozenset[Standing] = frozenset()


@dataclass(frozen=True, slots=True)
class Precedence(Norm):
    """First come, first served, except those the law puts ahead."""

    ahead: frozenset[Standing]

    def order(self, people: Iterable[Waiting]) -> list[Waiting]:
        return sorted(people, key=lambda one: (not self.out_of_turn(one), one.registered_at, one.number))

    def out_of_turn(self, one: Waiting) -> bool:
        return bool(one.standings & self.ahead)

    def reason(self, one: Waiting) -> str:
        """The code of the standing that puts a person ahead, or `in_order`."""
        return next(
            (standing.value for standing in Standing if standing in one.standings & self.ahead), IN_ORDER
        )


IN_ORDER = "in_order"
