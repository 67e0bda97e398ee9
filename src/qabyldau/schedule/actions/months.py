"""A month goes its way: checked, approved by the akim, posted; every posted version is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from qabyldau.journal import actions as journal
from qabyldau.people.actor import Actor, PermissionDeniedError, require
from qabyldau.people.roles import Right
from qabyldau.regulation.edition import Edition
from qabyldau.regulation.editions import governing
from qabyldau.regulation.norms.schedule import (
    ApprovedSchedule,
    ApprovingAct,
    MonthlyReception,
    Publication,
)
from qabyldau.regulation.unlawful import UnlawfulError
from qabyldau.schedule import checks, queries, sheets
from qabyldau.schedule.actions.planning import rewrite, spared
from qabyldau.schedule.actions.versions import locked
from qabyldau.schedule.kinds import OWN_GROUND, Stage
from qabyldau.schedule.models import DayChange, ReceptionDay, Version
from qabyldau.schedule.plans import Plan

if TYPE_CHECKING:
    from qabyldau.people.models import Office
    from qabyldau.schedule.sheets import Line


@dataclass(frozen=True, slots=True)
class Approval:
    """The akim's act, and why the month leaves somebody of the first group without a reception."""

    act: ApprovingAct
    gap_reason: str = ""


@transaction.atomic
def check_month(office: Office, month: date, *, by: Actor, at: datetime) -> Version:
    """Look at the whole month; with nothing that forbids it, it may go to the akim."""
    require(by, Right.PLAN_DAYS, office.pk)
    version = _open(office.pk, month)
    law = _law(office, month, at)
    _is_at(version, law, Stage.DRAFT, Stage.CHECKED)
    case = queries.case(office, month, at)
    found = checks.problems(case)
    version.sheet, version.problems = sheets.as_rows(case.lines), [one.as_row() for one in found]
    forbids = any(one.blocking for one in found)
    version.stage = Stage.DRAFT if forbids else Stage.CHECKED
    version.checked_at, version.checked_by_id, version.returned_because = at, by.user_id, ""
    version.save()
    facts = {"days": len(case.lines), "problems": len(found), "stage": str(version.stage)}
    _write("check_schedule", version, law, by, at, facts)
    return version


@transaction.atomic
def approve_month(version_id: int, approval: Approval, *, by: Actor, at: datetime) -> Version:
    """The akim approves the schedule by an act; a gap in it only knowingly, with its reason."""
    version = _version(version_id)
    law = _law(version.office, version.month, at)
    _by_the_akim(version, approval.act, law, by)
    _is_at(version, law, Stage.CHECKED)
    gap = any(one["code"] == "month_without_reception" for one in version.problems)
    if gap and not approval.gap_reason.strip():
        raise UnlawfulError("gap_without_reason", law.cite(MonthlyReception))
    version.stage, version.approved_at, version.approved_by = Stage.APPROVED, at, by.name
    version.act_number, version.act_on = approval.act.number.strip(), approval.act.signed_on
    version.gap_reason = approval.gap_reason.strip() if gap else ""
    version.save()
    _write("approve_schedule", version, law, by, at, {"act": version.act_number, "gap": gap})
    return version


def _by_the_akim(version: Version, act: ApprovingAct, law: Edition, by: Actor) -> None:
    if by.office_id != version.office_id:
        raise PermissionDeniedError(Right.APPROVE_SCHEDULE)
    code = law.get(ApprovedSchedule).objection(act, by_the_akim=by.may(Right.APPROVE_SCHEDULE))
    if code:
        raise UnlawfulError(code, law.cite(ApprovedSchedule))


@transaction.atomic
def send_back_month(version_id: int, *, because: str, by: Actor, at: datetime) -> Version:
    """The akim returns the month, or the department takes it back, to be worked on again."""
    version = _version(version_id)
    right = Right.APPROVE_SCHEDULE if by.may(Right.APPROVE_SCHEDULE) else Right.PLAN_DAYS
    require(by, right, version.office_id)
    law = _law(version.office, version.month, at)
    _is_at(version, law, Stage.CHECKED, Stage.APPROVED)
    version.stage, version.returned_because = Stage.DRAFT, because
    version.approved_at, version.approved_by = None, ""
    version.act_number, version.act_on, version.gap_reason = "", None, ""
    version.save()
    _write("return_schedule", version, law, by, at, {})
    return version


@transaction.atomic
def publish_month(version_id: int, *, by: Actor, at: datetime) -> Version:
    """Post the version: drafts stand from now on, changed days are what they became, the sheet is kept."""
    version = _version(version_id)
    require(by, Right.PLAN_DAYS, version.office_id)
    law = _law(version.office, version.month, at)
    standing = queries.standing(version.office_id, version.month)
    version.correction = version.stage == Stage.CHECKED and not needs_the_akim(
        standing, sheets.read(version.sheet), law
    )
    if not version.correction:
        _approved(version, law)
    for day in queries.of_month(version.office_id, version.month).select_related("office"):
        _take_effect(day, law, at)
    _post(version, at)
    _write(
        "publish_schedule", version, law, by, at, {"number": version.number, "correction": version.correction}
    )
    return version


def needs_the_akim(before: list[Line], after: list[Line], law: Edition) -> bool:
    """Whether between two sheets something moved that only the akim moves."""
    ranks = law.get(ApprovedSchedule).ranks
    return sheets.approved_by_the_akim(before, ranks) != sheets.approved_by_the_akim(after, ranks)


def _approved(version: Version, law: Edition) -> None:
    if version.stage != Stage.APPROVED:
        raise UnlawfulError("schedule_not_approved", law.cite(ApprovedSchedule), day=version.month)


def _take_effect(day: ReceptionDay, law: Edition, at: datetime) -> None:
    change = queries.change_of(day)
    if day.published_at is None:
        day.published_at, day.version = at, day.version + 1
        day.save(update_fields=["published_at", "version"])
    elif change and change.wanted:
        plan = Plan.from_row(change.wanted)
        spared(day, plan)
        rewrite(day, plan, law)
    elif change:
        spared(day, None)
        day.taken_off_at, day.version = at, day.version + 1
        day.save(update_fields=["taken_off_at", "version"])
    DayChange.objects.filter(day=day).delete()


def _post(version: Version, at: datetime) -> None:
    last = queries.versions(version.office_id, version.month).first()
    version.sheet = sheets.as_rows(queries.standing(version.office_id, version.month))
    version.number = (last.number or 0) + 1 if last else 1
    version.stage, version.posted_at = Stage.POSTED, at
    version.save()


@transaction.atomic
def publish_day(day_id: int, *, by: Actor, at: datetime) -> ReceptionDay:
    """Post this one day as a correction: of officials whose schedule the akim need not approve, or on a
    ground of its own. From now on people may be appointed to it."""
    day = queries.day_for_update(day_id)
    require(by, Right.PLAN_DAYS, day.office_id)
    if day.published_at is not None:
        return day
    law = governing(day.office.code, day.on).edition
    if needs_the_akim([], [sheets.line_of(day)], law) and day.kind not in OWN_GROUND:
        raise UnlawfulError("schedule_not_approved", law.cite(ApprovedSchedule), day=day.on)
    day.published_at, day.version = at, day.version + 1
    day.save(update_fields=["published_at", "version"])
    posted = repost(day.office, day.on, at=at)
    facts = {"version": posted.number, "on": day.on.isoformat()}
    journal.write(
        "publish_day", about=day.key, by=by, at=at, citation=law.cite(Publication), facts=dict(facts)
    )
    return day


def repost(office: Office, day: date, *, at: datetime) -> Version:
    """Keep what hangs from now on as a version of its own; what is being drafted stays a draft.

    Called in the transaction of whatever changed a published day.
    """
    month = day.replace(day=1)
    version = Version(office=office, month=month, correction=True)
    _post(version, at)
    _close_if_nothing_is_left(office, month)
    return version


def _close_if_nothing_is_left(office: Office, month: date) -> None:
    """An open draft that says nothing beyond what is posted is no longer worked on."""
    there = queries.of_month(office.pk, month)
    if not there.filter(published_at=None).exists() and not there.filter(change__isnull=False).exists():
        Version.objects.filter(office=office, month=month, stage__in=[Stage.DRAFT, Stage.CHECKED]).delete()


def _open(office_id: int, month: date) -> Version:
    return locked(office_id, month)


def _version(version_id: int) -> Version:
    return Version.objects.select_for_update(of=("self",)).select_related("office").get(pk=version_id)


def _is_at(version: Version, law: Edition, *stages: Stage) -> None:
    if version.stage not in stages:
        code = "schedule_not_checked" if version.stage == Stage.DRAFT else "schedule_act_not_now"
        raise UnlawfulError(code, law.cite(ApprovedSchedule), day=version.month)


def _law(office: Office, month: date, at: datetime) -> Edition:
    return governing(office.code, max(month, at.astimezone(ZoneInfo(office.zone)).date())).edition


def _write(
    action: str, version: Version, law: Edition, by: Actor, at: datetime, facts: dict[str, object]
) -> None:
    norm = Publication if action == "publish_schedule" else ApprovedSchedule
    told = {"month": version.month.isoformat(), **facts}
    journal.write(action, about=version.key, by=by, at=at, citation=law.cite(norm), facts=told)
