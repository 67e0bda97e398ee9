"""By which ways a letter reaches its addressee: the one they prefer, or every way they left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qabyldau.outbox.kinds import Channel
from qabyldau.regulation.lifecycle import Notice

if TYPE_CHECKING:
    from qabyldau.letters import Letter
    from qabyldau.registry.models import Appeal

Way = tuple[Channel, str, str]


def ways(appeal: Appeal, letter: Letter, notice: Notice, *, reasoned: bool) -> list[Way]:
    """Channel, address, words. `reasoned`: no short message can carry it, so it goes whole as well."""
    chosen = _preferred(appeal, letter)
    usual = [_email(appeal, letter), _sms(appeal, letter)]
    reaching = [way for way in (chosen or usual) if way[1] or way[0] in {Channel.PAPER, Channel.PORTAL}]
    if reasoned and {one[0] for one in reaching} == {Channel.SMS}:
        reaching.append(_whole(appeal, letter))
    return reaching or _by_hand(appeal, letter, notice)


def _preferred(appeal: Appeal, letter: Letter) -> list[Way]:
    """Nothing where none is preferred, or the address of the preferred one was never left."""
    one_way = {
        Channel.EMAIL: _email(appeal, letter),
        Channel.SMS: _sms(appeal, letter),
        Channel.PAPER: (Channel.PAPER, appeal.address, letter.text),
        Channel.PORTAL: (Channel.PORTAL, "", letter.text),
    }
    if not appeal.preferred:
        return []
    way = one_way[Channel(appeal.preferred)]
    return [way] if way[1] or way[0] in {Channel.PAPER, Channel.PORTAL} else []


def _email(appeal: Appeal, letter: Letter) -> Way:
    return Channel.EMAIL, appeal.email, letter.text


def _sms(appeal: Appeal, letter: Letter) -> Way:
    return Channel.SMS, appeal.phone, letter.sms


def _whole(appeal: Appeal, letter: Letter) -> Way:
    """The way that carries every word."""
    return _email(appeal, letter) if appeal.email else (Channel.PAPER, appeal.address, letter.text)


def _by_hand(appeal: Appeal, letter: Letter, notice: Notice) -> list[Way]:
    """Neither phone nor e-mail: on paper, and in the box on the tracking page. The talon opens that box."""
    paper = (Channel.PAPER, appeal.address, letter.text)
    return [paper] if notice is Notice.REGISTERED else [paper, (Channel.PORTAL, "", letter.text)]
