"""Who reacts to what, in one table."""

from qabyldau.happenings import Handler
from qabyldau.registry.events import AppealWithdrawn
from qabyldau.review import reactions as review

REACTIONS: dict[type, tuple[Handler, ...]] = {
    AppealWithdrawn: (review.free_the_hour,),
}
