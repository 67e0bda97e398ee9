"""What is pressed on the page of an instruction: by the department, by who gave it, by its executors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from qabyldau.control import actions
from qabyldau.control.kinds import Verdict
from qabyldau.people.roles import Right
from qabyldau.registry.moves import Asked
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.web.control.forms import PaperReplyForm, RemarkForm, ReplyForm, TaskForm, WishForm
from qabyldau.web.control.instruction import page, parts, seen
from qabyldau.web.staff.page import StaffRequest, now
from qabyldau.web.texts import law_message

if TYPE_CHECKING:
    from django.forms import Form
    from django.utils.functional import Promise

    from qabyldau.control.models import Instruction

Do = Callable[["Instruction", "Any", Asked, "StaffRequest"], object]


@dataclass(frozen=True, slots=True)
class Press:
    """`shown`: under which name the page shows the form again; `form` None: the button alone is enough."""

    do: Do
    done: Promise
    form: type[Form] | None = None
    shown: str = ""


def _lead(row: Instruction) -> int:
    return row.executors.get(lead=True).pk


def _number(request: StaffRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    if not typed.isdigit():
        raise Http404
    return int(typed)


def _part(row: Instruction, request: StaffRequest) -> int:
    """A part of this instruction, that of the own body where none is named."""
    known = {one.part.pk: one for one in parts(request, row)}
    if "part_id" not in request.POST:
        return next((pk for pk, one in known.items() if one.mine), 0)
    chosen = _number(request, "part_id")
    if chosen not in known:
        raise Http404
    return chosen


def _mark(row: Instruction, form: Any, asked: Asked, request: StaffRequest) -> object:  # noqa: ANN401
    reply = _number(request, "reply_id")
    if not row.replies.filter(pk=reply).exists():
        raise Http404
    return actions.mark_empty(reply, remark=form.cleaned_data["remark"], asked=asked)


def _hand_on(row: Instruction, _form: object, asked: Asked, request: StaffRequest) -> object:
    return actions.hand_on(_part(row, request), person_id=_number(request, "person_id"), asked=asked)


JUDGED = {
    "accept": Press(
        lambda row, _form, asked, _request: actions.accept_report(row.pk, asked=asked),
        _("The report is accepted; it stays on control until the final answer."),
    ),
    "return": Press(
        lambda row, form, asked, _: actions.send_back(
            row.pk, remark=form.cleaned_data["remark"], asked=asked
        ),
        _("The report is sent back; the executor is told why."),
        RemarkForm,
        "remark",
    ),
    "empty": Press(
        lambda row, form, asked, _: actions.send_back(
            row.pk, remark=form.cleaned_data["remark"], verdict=Verdict.EMPTY, asked=asked
        ),
        _("It is marked as an answer without action and sent back."),
        RemarkForm,
        "remark",
    ),
    "mark": Press(_mark, _("It is marked as an answer without action."), RemarkForm, "remark"),
    "record": Press(
        lambda row, form, asked, _: actions.report(_lead(row), given=form.given(), asked=asked),
        _("The report is recorded; it waits for acceptance."),
        PaperReplyForm,
        "record",
    ),
}
DAYS = {
    "grant": Press(
        lambda row, form, asked, _: actions.grant_day(
            row.pk, remark=form.cleaned_data["remark"], asked=asked
        ),
        _("The other day stands; the executor is told."),
        RemarkForm,
        "remark",
    ),
    "deny": Press(
        lambda row, form, asked, _: actions.deny_day(row.pk, remark=form.cleaned_data["remark"], asked=asked),
        _("The day stays; the executor is told."),
        RemarkForm,
        "remark",
    ),
    "move": Press(
        lambda row, form, asked, _: actions.move_day(row.pk, **form.cleaned_data, asked=asked),
        _("The other day stands; the executor is told."),
        WishForm,
        "move",
    ),
}
CARRIED = {
    "accept": Press(
        lambda row, _form, asked, request: actions.accept(_part(row, request), asked=asked),
        _("The instruction is accepted."),
    ),
    "hand_on": Press(_hand_on, _("It is handed on.")),
    "task": Press(
        lambda row, form, asked, request: actions.give_task(
            _part(row, request), **form.cleaned_data, asked=asked
        ),
        _("The task is given."),
        TaskForm,
        "task",
    ),
    "meanwhile": Press(
        lambda row, form, asked, request: actions.answer_meanwhile(
            _part(row, request), given=form.given(), asked=asked
        ),
        _("The interim answer is kept; the instruction stays on control."),
        ReplyForm,
        "report",
    ),
    "report": Press(
        lambda row, form, asked, request: actions.report(
            _part(row, request), given=form.given(), asked=asked
        ),
        _("The report is sent; the department looks at it."),
        ReplyForm,
        "report",
    ),
    "wish": Press(
        lambda row, form, asked, _: actions.wish_day(row.pk, **form.cleaned_data, asked=asked),
        _("You asked for another day; until it is given, the old one stands."),
        WishForm,
        "wish",
    ),
}


@require_POST
def judge(request: StaffRequest, instruction_id: int, press: str) -> HttpResponse:
    """The department's."""
    return _pressed(request, instruction_id, JUDGED, press)


@require_POST
def day(request: StaffRequest, instruction_id: int, press: str) -> HttpResponse:
    """Of whoever gave the instruction."""
    return _pressed(request, instruction_id, DAYS, press)


@require_POST
def carry(request: StaffRequest, instruction_id: int, press: str) -> HttpResponse:
    """The executors'."""
    return _pressed(request, instruction_id, CARRIED, press)


def _pressed(
    request: StaffRequest, instruction_id: int, presses: dict[str, Press], name: str
) -> HttpResponse:
    row, press = seen(request, instruction_id), presses.get(name)
    if press is None:
        raise Http404
    form = press.form(request.POST, request.FILES) if press.form else None
    if form is not None and not form.is_valid():
        return page(request, row, forms={press.shown: form})
    forms = {press.shown: form} if form is not None else {}
    try:
        press.do(row, form, Asked(by=request.actor, at=now()), request)
    except UnlawfulError as unlawful:
        return page(request, row, against=law_message(unlawful), forms=forms)
    messages.success(request, str(press.done))
    return redirect("staff:ordered_instruction" if _outside(request) else "staff:control_instruction", row.pk)


def _outside(request: StaffRequest) -> bool:
    return not request.actor.may(Right.READ_CONTROL)
