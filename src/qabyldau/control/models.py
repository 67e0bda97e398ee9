"""An instruction, from the moment it is dictated to the day it is taken off control."""

from django.db import models
from django.db.models import F, Q

from qabyldau.control.kinds import Level, Outcome, ReplyKind, Stage, Verdict


class Instruction(models.Model):
    """Поручение: what is to be done, by when, who gave it. Fixed once its minutes are signed."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="instructions")
    source = models.CharField(max_length=60, help_text="where it was given, as in minutes:5")
    place = models.PositiveSmallIntegerField(help_text="1, 2, 3 … within its source")
    text = models.TextField()
    due_on = models.DateField(null=True, help_text="empty only while it is a draft")
    given_by = models.ForeignKey("people.Official", on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    stage = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Stage], default=Stage.DRAFT.value
    )
    reported_on = models.DateField(null=True, help_text="the day of the report that waits or was accepted")
    off_on = models.DateField(null=True, help_text="the day of the final answer that took it off control")
    version = models.PositiveIntegerField(default=1)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["source", "place"]
        constraints = [
            models.UniqueConstraint(fields=["office", "source", "place"], name="control_one_place_a_source"),
            models.CheckConstraint(
                name="control_on_control_by_a_day",
                condition=Q(stage__in=["draft", "dropped"]) | Q(due_on__isnull=False),
                violation_error_message="An instruction on control has a day by which it is done.",
            ),
            models.CheckConstraint(
                name="control_carried_out_by_a_report",
                condition=Q(stage__in=["reported", "fulfilled", "done"], reported_on__isnull=False)
                | Q(stage__in=["draft", "open", "in_work"], reported_on=None)
                | Q(stage="dropped"),
                violation_error_message="An instruction is carried out on the day of its report.",
            ),
            models.CheckConstraint(
                name="control_off_by_an_answer",
                condition=Q(stage="done", off_on__isnull=False) | (~Q(stage="done") & Q(off_on=None)),
                violation_error_message="An instruction is off control on the day of the final answer.",
            ),
            models.CheckConstraint(
                name="control_says_what",
                condition=~Q(text=""),
                violation_error_message="An instruction says what is to be done.",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "stage", "due_on", "id"], name="control_board"),
            models.Index(fields=["appeal"], name="control_of_appeal"),
            models.Index(fields=["office", "given_on"], name="control_given"),
            models.Index(fields=["office", "reported_on"], name="control_reported"),
            models.Index(fields=["office", "off_on"], name="control_off"),
        ]

    def __str__(self) -> str:
        return f"instruction {self.pk}"

    @property
    def key(self) -> str:
        return f"instruction:{self.pk}"

    @property
    def standing(self) -> Stage:
        return Stage(self.stage)


class Executor(models.Model):
    """A body that carries an instruction out; one of them leads and answers for it.

    `person` is who does it there. A co-executor may have a task and a day of its own.
    """

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="executors")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="+")
    lead = models.BooleanField(default=False)
    person = models.ForeignKey("bodies.Representative", on_delete=models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    task = models.TextField(blank=True)
    due_on = models.DateField(null=True, help_text="of the task; empty: that of the instruction")
    done_on = models.DateField(null=True, help_text="a co-executor reported the task")
    reminded_on = models.DateField(null=True)

    class Meta:
        ordering = ["-lead", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["instruction", "body"], name="control_one_part_a_body"),
            models.UniqueConstraint(fields=["instruction"], condition=Q(lead=True), name="control_one_leads"),
        ]
        indexes = [models.Index(fields=["body", "instruction"], name="control_of_body")]

    def __str__(self) -> str:
        return f"{self.body_id} of {self.instruction_id}"


class Reply(models.Model):
    """What an executor answered, written once, and what the department said to it."""

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="replies")
    part = models.ForeignKey(Executor, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(max_length=10, choices=ReplyKind)
    text = models.TextField()
    paper = models.CharField(
        max_length=200, blank=True, help_text="number and date of the paper it came on; empty: here"
    )
    late = models.BooleanField(default=False)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    remark = models.TextField(blank=True)
    judged_by_name = models.CharField(max_length=200, blank=True)
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="control_reply_says_something",
                condition=~Q(text=""),
                violation_error_message="An answer says something.",
            ),
            models.CheckConstraint(
                name="control_verdict_iff_moment",
                condition=Q(verdict="", judged_at=None) | (~Q(verdict="") & Q(judged_at__isnull=False)),
                violation_error_message="What was said to an answer has its moment.",
            ),
            models.CheckConstraint(
                name="control_sent_back_for_a_reason",
                condition=Q(verdict__in=["", "accepted"]) | ~Q(remark=""),
                violation_error_message="An answer is sent back for a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"


class ReplyFile(models.Model):
    """A file that came with an answer; kept like the files of an appeal."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100, help_text="media type as found in the file itself")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=200, help_text="path inside the media folder")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"file {self.pk}"


class DayChange(models.Model):
    """Another day for an instruction: asked for by an executor, or set by who gave it. Never edited.

    `granted` None: nobody has decided; only who gave the instruction decides.
    """

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="day_changes")
    before = models.DateField()
    until = models.DateField()
    reason = models.TextField()
    wished_by_name = models.CharField(max_length=200, blank=True, help_text="empty: nobody asked for it")
    at = models.DateTimeField()
    granted = models.BooleanField(null=True)
    remark = models.TextField(blank=True)
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["instruction"], condition=Q(granted=None), name="control_one_open_wish"
            ),
            models.CheckConstraint(
                name="control_another_day",
                condition=~Q(until=F("before")),
                violation_error_message="Another day differs from the one that stands.",
            ),
            models.CheckConstraint(
                name="control_day_decided_by_an_official",
                condition=Q(granted=None, decided_at=None, official=None)
                | Q(granted__isnull=False, decided_at__isnull=False, official__isnull=False),
                violation_error_message="A day is decided on by an official, at a moment.",
            ),
        ]
        indexes = [models.Index(fields=["granted", "instruction"], name="control_wishes")]

    def __str__(self) -> str:
        return f"until {self.until}"


class Escalation(models.Model):
    """Somebody higher was told by a numbered paper that an instruction is late: once for each of its days."""

    instruction = models.ForeignKey(Instruction, on_delete=models.PROTECT, related_name="escalations")
    level = models.CharField(max_length=15, choices=Level)
    due_on = models.DateField(help_text="the day that was not kept")
    on = models.DateField()
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["instruction", "level", "due_on"], name="control_told_once"),
        ]
        indexes = [models.Index(fields=["level", "on"], name="control_escalated")]

    def __str__(self) -> str:
        return f"{self.level} on {self.on}"


class Check(models.Model):
    """The applicant says that what the answer promised was not done; the department looks, by a day."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="checks")
    words = models.TextField(help_text="what is not done, as the applicant says")
    asked_by = models.CharField(max_length=60, help_text="who said it, as the journal names")
    at = models.DateTimeField()
    due_on = models.DateField()
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    found = models.TextField(blank=True, help_text="what the check found, as the applicant reads it")
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(outcome=""), name="control_one_open_check"
            ),
            models.CheckConstraint(
                name="control_check_decided_as_a_whole",
                condition=Q(outcome="", decided_at=None) | (~Q(outcome="") & Q(decided_at__isnull=False)),
                violation_error_message="A check that is over has its outcome and its moment.",
            ),
        ]
        indexes = [models.Index(fields=["outcome", "due_on", "id"], name="control_checks")]

    def __str__(self) -> str:
        return f"check {self.pk}"


class EarlierHand(models.Model):
    """Somebody who resolved the matter before, known from outside our own record (as from e-Otinish)."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="earlier_hands")
    person = models.ForeignKey("bodies.Representative", on_delete=models.PROTECT, null=True, related_name="+")
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, null=True, related_name="+")
    known_from = models.CharField(max_length=200)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="control_one_earlier_hand",
                condition=Q(person__isnull=True, official__isnull=False)
                | Q(person__isnull=False, official__isnull=True),
                violation_error_message="An earlier hand is an official or somebody of a body.",
            ),
        ]

    def __str__(self) -> str:
        return f"hand {self.pk}"
