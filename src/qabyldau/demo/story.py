"""The scenes of the told appeal: a call, a note, a decision, an hour, a reception, an answer, a proof."""

from __future__ import annotations

from datetime import date, time
from functools import partial

from qabyldau import documents
from qabyldau.demo import library, months, quiet, stage_papers
from qabyldau.demo.stage import NAME, VILLAGE, Stage
from qabyldau.journal import queries as journal
from qabyldau.outbox import queries as outbox
from qabyldau.reception import actions as reception
from qabyldau.reception.actions import Answer, Seen
from qabyldau.reception.kinds import Character
from qabyldau.registry import actions as registry
from qabyldau.regulation.lifecycle import Notice, State
from qabyldau.regulation.norms.control import Distribution
from qabyldau.regulation.norms.deadlines import ReferenceNote, due_before
from qabyldau.regulation.norms.intake import Channels, Talon
from qabyldau.regulation.norms.reception import IdentityShown, Mode
from qabyldau.regulation.wording import arithmetic
from qabyldau.regulation.words import Words
from qabyldau.review import actions as review
from qabyldau.review import queries as reviewed
from qabyldau.review.actions import Findings, Proposed
from qabyldau.review.kinds import Proposal
from qabyldau.schedule import actions as schedule
from qabyldau.schedule import queries
from qabyldau.schedule.actions import Plan
from qabyldau.worktime import queries as worktime

LAST_DAY, NOTE_DUE, RECEPTION = date(2023, 3, 29), date(2023, 3, 20), date(2023, 3, 30)
EXTERNAL = "ЖТ-2023-10000001"
PDF = b"%PDF-"
ROOM = Words(kk="қоғамдық қабылдау бөлмесі, 101-бөлме", ru="общественная приёмная, кабинет 101")
OFFICIAL = "deputy_building"


def schedule_of_march(stage: Stage) -> None:
    """A day of reception is planned and published before anybody calls."""
    at, by, office = stage.at(2, 15, 11), stage.troupe.actors["department"], stage.troupe.office
    plan = Plan(stage.troupe.officials[OFFICIAL].pk, RECEPTION, time(10, 0), 15, 12, ROOM)
    stage.day = schedule.plan_day(office, plan, by=by, at=at)
    months.posted(stage.troupe, RECEPTION, at)
    stage.day.refresh_from_db()
    version = queries.versions(office.pk, RECEPTION.replace(day=1)).get()
    stage.teller.tell(at=stage.when(at), day=stage.day_words(RECEPTION))
    bases = [stage.basis(name, version.key) for name in ("approve_schedule", "publish_schedule")]
    stage.teller.cite(*bases)
    stage.teller.check("published", stage.day.published_at == version.posted_at)


def call(stage: Stage) -> None:
    at, office = stage.at(3, 14, 10, 12), stage.troupe.office
    talon = registry.register(office, stage.statement(), by=stage.troupe.actors["operator"], at=at)
    stage.appeal_id = talon.appeal.pk
    law, number = talon.appeal.edition, talon.appeal.number
    stage.teller.tell(
        at=stage.when(at), applicant=NAME[stage.language], village=VILLAGE[stage.language], number=number
    )
    stage.teller.cite(law.cite(Channels), stage.basis("register"), law.cite(Talon))
    stage.teller.count(arithmetic(talon.answer, stage.language))
    stage.teller.check(
        "registered", stage.appeal.stage is State.REGISTERED and number.startswith("ZKO-2023-")
    )
    stage.teller.check("due", stage.appeal.due_on == LAST_DAY == talon.answer.on)
    stage.show(Notice.REGISTERED)
    stage.teller.check("told", len(stage.letters(Notice.REGISTERED)) > 0)
    paper = documents.talon_pdf(stage_papers.talon_facts(stage, talon), stage.language)
    stage.teller.document(f"{number}.pdf", paper)
    stage.teller.check("talon", paper.startswith(PDF))


def number(stage: Stage) -> None:
    at = stage.at(3, 14, 10, 40)
    registry.note_external_number(stage.appeal_id, number=EXTERNAL, asked=stage.asked("clerk", at))
    stage.teller.tell(at=stage.when(at), number=EXTERNAL)
    stage.teller.cite(stage.basis("note_external_number"))
    stage.teller.check("kept", stage.appeal.external_number == EXTERNAL)


def screening(stage: Stage) -> None:
    at = stage.at(3, 15, 11)
    asked = stage.asked("department", at)
    found = Findings(states_the_matter=True, within_competence=True, heard_before=False)
    review.screen(stage.appeal_id, found=found, asked=asked)
    review.take_up(stage.appeal_id, asked=asked)
    stage.teller.tell(at=stage.when(at))
    stage.teller.cite(stage.basis("screen"), stage.basis("take_up"))
    stage.teller.check("taken_up", stage.appeal.stage is State.REVIEW)
    early = stage.asked("head_of_office", at)
    approve = partial(review.approve, day_id=stage.sitting.pk, mode=Mode.IN_PERSON, asked=early)
    stage.teller.forbidden("too_early", partial(approve, stage.appeal_id))


def note(stage: Stage) -> None:
    at, day = stage.at(3, 17, 16), stage.sitting
    asked = stage.asked("department", at)
    facts = library.papers("water", stage.language).note[0]
    proposed = Proposed(facts, Proposal.RECEIVE, day.official_id, day.pk)
    written = review.submit(stage.appeal_id, proposed=proposed, asked=asked)
    due = due_before(ReferenceNote, day.on, stage.appeal.edition, worktime.calendar())
    stage.teller.tell(at=stage.when(at), day=stage.day_words(day.on))
    stage.teller.cite(stage.basis("submit"))
    stage.teller.count(arithmetic(due, stage.language))
    stage.teller.check("in_time", due.on == NOTE_DUE and not written.late)
    approve = partial(review.approve, day_id=day.pk, mode=Mode.IN_PERSON, asked=asked)
    stage.teller.forbidden("own_hand", partial(approve, stage.appeal_id))


def decision(stage: Stage) -> None:
    at, day = stage.at(3, 20, 10, 30), stage.sitting
    head, official = stage.asked("head_of_office", at), day.official
    review.approve(stage.appeal_id, day_id=day.pk, mode=Mode.IN_PERSON, asked=head)
    stage.teller.tell(
        at=stage.when(at),
        head=head.by.name,
        official=official.name[stage.language],
        position=official.position[stage.language],
    )
    stage.teller.cite(stage.basis("approve"))
    stage.teller.check("approved", stage.appeal.stage is State.APPROVED)


def reception_list(stage: Stage) -> None:
    at, day = stage.at(3, 24, 15), stage.sitting
    sent = review.send_list(day.pk, asked=stage.asked("department", at))
    stage.teller.tell(at=stage.when(at), day=stage.day_words(day.on), number=sent.number)
    stage.teller.cite(stage.basis("send_list", day.key))
    stage.teller.check("listed", [one.pk for one in reviewed.listed_waiting(day)] == [stage.appeal_id])


def hour(stage: Stage) -> None:
    at, day = stage.at(3, 24, 15, 40), stage.sitting
    review.distribute(day.pk, asked=stage.asked("clerk", at))
    appeal, letters = stage.appeal, stage.letters(Notice.APPOINTMENT)
    stage.teller.tell(at=stage.when(at), day=stage.day_words(day.on), hour="10:00")
    stage.teller.cite(appeal.edition.cite(Distribution), stage.basis("appoint"))
    answered = appeal.stage is State.APPOINTED and appeal.due_on is None and at.date() <= LAST_DAY
    stage.teller.check("in_time", answered)
    stage.show(Notice.APPOINTMENT)
    name = day.official.name[stage.language]
    whole = any("10:00" in one.text and name in one.text for one in letters)
    stage.teller.check("letter", whole)
    paper = documents.letter_pdf(letters[0], stage_papers.letterhead(stage, at), stage.language)
    stage.teller.document(f"{appeal.number}-appointment.pdf", paper)
    stage.teller.check("paper", paper.startswith(PDF))


def day_of_reception(stage: Stage) -> None:
    at = stage.at(3, 30, 10, 2)
    asked = stage.asked("clerk", at)
    without = partial(reception.hold, seen=Seen(document=""), asked=asked)
    stage.teller.tell(at=stage.when(at))
    stage.teller.forbidden("identity", partial(without, stage.appeal_id))
    card = library.general("identity", stage.language)[0]
    summary = library.general("reception", stage.language)[0]
    reception.hold(stage.appeal_id, seen=Seen(card, summary=summary), asked=asked)
    stage.teller.cite(stage.appeal.edition.cite(IdentityShown), stage.basis("hold"))
    stage.teller.check("held", stage.appeal.stage is State.HELD)


def answer(stage: Stage) -> None:
    at = stage.at(4, 10, 16)
    asked, signer = stage.asked("department", at), stage.troupe.officials[OFFICIAL].pk
    empty = Answer(" ", Character.SATISFIED, signer)
    stage.teller.tell(at=stage.when(at))
    stage.teller.forbidden("empty", partial(reception.close, stage.appeal_id, answer=empty, asked=asked))
    text = library.papers("water", stage.language).satisfied[0]
    reception.close(stage.appeal_id, answer=Answer(text, Character.SATISFIED, signer), asked=asked)
    stage.teller.cite(stage.basis("close"))
    stage.show(Notice.FINAL_ANSWER)
    stage.teller.check("closed", stage.appeal.stage is State.CLOSED)
    stage.teller.check("told", any(text in one.text for one in stage.letters(Notice.FINAL_ANSWER)))


def proof(stage: Stage) -> None:
    office = stage.troupe.office
    quiet.carry(stage.at(4, 10, 17))
    entries = list(journal.about(office.pk, stage.appeal.key))
    stage.teller.tell(count=len(entries))
    stage.teller.check("chain", journal.verified(office.pk).sound)
    stage.teller.check("clauses", bool(entries) and all(entry.citation for entry in entries))
    letters = list(outbox.about(office.pk, stage.appeal.key))
    stage.teller.check("sent", bool(letters) and all(one.sent_at for one in letters))


SCENES = (
    schedule_of_march,
    call,
    number,
    screening,
    note,
    decision,
    reception_list,
    hour,
    day_of_reception,
    answer,
    proof,
)
