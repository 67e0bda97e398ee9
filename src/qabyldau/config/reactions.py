"""Who reacts to what, in one table."""

from qabyldau.control import reactions as control
from qabyldau.exchange import reactions as exchange
from qabyldau.happenings import Handler
from qabyldau.reception.events import AnswerSigned
from qabyldau.registry.events import AppealRegistered, AppealWithdrawn
from qabyldau.replanning import reactions as replanning
from qabyldau.review import reactions as review
from qabyldau.schedule.events import DayLosesItsHours

REACTIONS: dict[type, tuple[Handler, ...]] = {
    AppealRegistered: (exchange.owe,),
    AppealWithdrawn: (review.free_the_hour, replanning.pass_the_hour_on, control.release),
    AnswerSigned: (control.take_off,),
    DayLosesItsHours: (review.nobody_waits,),
}
