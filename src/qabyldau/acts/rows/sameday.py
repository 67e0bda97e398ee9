"""The act of the day of the request: ask an official to receive at once."""

from qabyldau.acts.act import Act, plain
from qabyldau.acts.inputs import Id, Input
from qabyldau.people.roles import Right
from qabyldau.sameday import actions as sameday


class AskTodayInput(Input):
    official_id: Id


ROWS = (Act("ask_today", Right.ASK_TODAY, None, AskTodayInput, plain(sameday.ask_today)),)
