"""One instruction, its whole life: for the office that controls it and the body that carries it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from qabyldau.bodies import queries as bodies
from qabyldau.control import queries, recusal
from qabyldau.control.actions.days import may_move_day
from qabyldau.control.kinds import AT_WORK, ReplyKind, Stage
from qabyldau.papers import queries as papers
from qabyldau.people import queries as people
from qabyldau.people.roles import Right
from qabyldau.registry.files import path_of
from qabyldau.regulation.norms.control import InstructionControl
from qabyldau.web.control.forms import PaperReplyForm, PersonForm, RemarkForm, ReplyForm, TaskForm, WishForm
from qabyldau.web.control.rows import row
from qabyldau.web.control.words import LEVELS, REPLIES, VERDICTS
from qabyldau.web.staff.page import (
    CONFLICT,
    UNPROCESSABLE,
    StaffRequest,
    language,
    office_of,
    show,
    today,
)
from qabyldau.worktime import queries as worktime

if TYPE_CHECKING:
    from datetime import date

    from django.forms import Form
    from django.utils.functional import Promise

    from qabyldau.control.models import Executor, Instruction, Reply


@dataclass(frozen=True, slots=True)
class Said:
    """An answer in words. `may_mark`: an interim one that nobody has judged."""

    reply: Reply
    kind: Promise | str
    verdict: Promise | str
    may_mark: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A body's part, and what may be done with it here."""

    part: Executor
    mine: bool
    people: list[tuple[str, str]]

    @property
    def person_form(self) -> PersonForm:
        return PersonForm(self.people)


def seen(request: StaffRequest, instruction_id: int) -> Instruction:
    """The instruction, if it exists for this person."""
    rows = queries.whole(queries.visible_to(request.actor, today(office_of(request))))
    return get_object_or_404(rows, pk=instruction_id)


@require_safe
def instruction(request: StaffRequest, instruction_id: int) -> HttpResponse:
    return page(request, seen(request, instruction_id))


def page(
    request: StaffRequest, found: Instruction, *, against: str = "", forms: dict[str, Form] | None = None
) -> HttpResponse:
    """With the forms as they were sent, or fresh ones."""
    given = forms or {}
    day = today(office_of(request))
    context: dict[str, object] = {
        "found": found,
        "row": row(found, day, worktime.calendar()),
        "clause": found.appeal.edition.cite(InstructionControl),
        "parts": parts(request, found),
        "replies": _replies(request, found),
        "changes": found.day_changes.select_related("official").order_by("pk"),
        "wish": found.day_changes.filter(granted=None).first(),
        "escalations": [(one, LEVELS[one.level]) for one in found.escalations.select_related("paper")],
        "papers": papers.of(found.key),
        "against": against,
        **_may(request, found),
        **_forms(given),
        "wrong": list(given.values()),
    }
    wrong = any(form.errors for form in given.values())
    status = CONFLICT if against else UNPROCESSABLE if wrong else 200
    return show(request, "control/instruction.html", context, status=status)


def _forms(given: dict[str, Form]) -> dict[str, object]:
    return {
        "report_form": given.get("report", ReplyForm()),
        "record_form": given.get("record", PaperReplyForm()),
        "wish_form": given.get("wish", WishForm()),
        "task_form": given.get("task", TaskForm()),
        "move_form": given.get("move", WishForm()),
        "remark_form": given.get("remark", RemarkForm()),
    }


def _may(request: StaffRequest, found: Instruction) -> dict[str, object]:
    actor, works = request.actor, found.stage in AT_WORK
    controls, carries = actor.may(Right.CONTROL), actor.may(Right.CARRY_OUT)
    leads = carries and any(one.mine and one.part.lead for one in parts(request, found))
    rank = people.rank_of(actor)
    own = may_move_day(found, actor.official_id, rank, today(office_of(request)))
    return {
        "controls": controls,
        "reads_appeal": actor.may(Right.READ_APPEALS) or actor.may(Right.READ_OWN_RECEPTIONS),
        "is_waiting": controls and found.stage == Stage.REPORTED,
        "may_record": controls and works,
        "may_move": actor.may(Right.MOVE_INSTRUCTION_DAY) and works and own,
        "leads": leads and works,
        "carries": carries and works,
        "is_new": found.stage == Stage.OPEN,
    }


def parts(request: StaffRequest, found: Instruction) -> list[Part]:
    """Each body; for the own one, the people who may have it: nobody who resolved the matter before."""
    actor, day = request.actor, today(office_of(request))
    mine = {one.pk for one in bodies.of_user(actor.office_id, actor.user_id, day)}
    rows = found.executors.select_related("body", "person").order_by("-lead", "pk")
    return [Part(one, one.body_id in mine, _free(found, one, day, one.body_id in mine)) for one in rows]


def _free(found: Instruction, part: Executor, day: date, mine: bool) -> list[tuple[str, str]]:
    if not mine:
        return []
    free = recusal.free_people(found.appeal, bodies.members(part.body, day))
    return [(str(one.pk), one.name[language()]) for one in free]


def _replies(request: StaffRequest, found: Instruction) -> list[Said]:
    rows = found.replies.select_related("part__body").prefetch_related("files").order_by("pk")
    marks = request.actor.may(Right.CONTROL)
    return [
        Said(
            one,
            REPLIES[one.kind],
            VERDICTS.get(one.verdict, ""),
            marks and not one.verdict and one.kind == ReplyKind.INTERIM,
        )
        for one in rows
    ]


@require_safe
def file(request: StaffRequest, instruction_id: int, reply_file_id: int) -> FileResponse:
    """Always as a download, of the kind found in it."""
    found = queries.file_of(seen(request, instruction_id), reply_file_id)
    if found is None:
        raise Http404
    content = path_of(found.stored).open("rb")
    answer = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.kind)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
