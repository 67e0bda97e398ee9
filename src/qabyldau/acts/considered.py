"""What stands against the acts of the consideration that leave the state as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qabyldau.regulation.lifecycle import FINAL
from qabyldau.regulation.norms.control import BindingRequests
from qabyldau.regulation.norms.deadlines import HearingNotice, ReferenceNote
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.review import notes
from qabyldau.review.notes import WRITTEN_IN

if TYPE_CHECKING:
    from qabyldau.people.actor import Actor
    from qabyldau.registry.models import Appeal

Check = Callable[["Appeal", "Actor"], UnlawfulError | None]


def against(name: str, appeal: Appeal, actor: Actor) -> UnlawfulError | None:
    check = CHECKS.get(name)
    return check(appeal, actor) if check else None


def _ask_material(appeal: Appeal, _: Actor) -> UnlawfulError | None:
    if appeal.stage not in FINAL:
        return None
    cited = appeal.edition.cite(BindingRequests)
    return UnlawfulError("already_over", cited, action="ask_material", state=appeal.state)


def _written_now(appeal: Appeal, _: Actor) -> UnlawfulError | None:
    if appeal.stage in WRITTEN_IN:
        return None
    code = "already_over" if appeal.stage in FINAL else "act_not_now"
    return UnlawfulError(code, appeal.edition.cite(ReferenceNote), action="keep_note", state=appeal.state)


def _ask_agreement(appeal: Appeal, actor: Actor) -> UnlawfulError | None:
    if (not_now := _written_now(appeal, actor)) is not None:
        return not_now
    cited = appeal.edition.cite(ReferenceNote)
    return None if notes.latest_version(appeal) else UnlawfulError("no_note_yet", cited)


def _agree(appeal: Appeal, actor: Actor) -> UnlawfulError | None:
    if notes.asked_to_agree(actor).filter(note__appeal=appeal).exists():
        return None
    return UnlawfulError("agreement_not_asked", appeal.edition.cite(ReferenceNote))


def _invited(appeal: Appeal, _: Actor) -> UnlawfulError | None:
    if notes.open_hearing(appeal) is not None:
        return None
    return UnlawfulError("hearing_not_invited", appeal.edition.cite(HearingNotice))


CHECKS: dict[str, Check] = {
    "ask_material": _ask_material,
    "keep_note": _written_now,
    "ask_agreement": _ask_agreement,
    "agree": _agree,
    "object_to": _invited,
    "record_hearing": _invited,
}
