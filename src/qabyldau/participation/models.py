"""Invitations and answers, requests to central bodies, refusals to be reported, what foreigners need."""

from django.db import models
from django.db.models import F, Q

from qabyldau.participation.kinds import Answer, CentralAnswer, Ready, Way
from qabyldau.regulation.edition import Citation

USER = "people.User"


class Invitation(models.Model):
    """A body asked to a day of reception. `answer` is what its last reply said."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="invitations")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="invitations")
    required = models.BooleanField(help_text="the law wants this body at this reception")
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.SILENT)
    answer_by = models.DateField(help_text="the day by which an answer is asked for; our wish, no law")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    reminded_on = models.DateField(null=True)
    recalled_at = models.DateTimeField(null=True, help_text="the day was taken off: nobody is expected")

    class Meta:
        ordering = ["day_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["day", "body"],
                condition=Q(recalled_at=None),
                name="participation_one_invitation_a_day",
            ),
        ]
        indexes = [models.Index(fields=["office", "asked_at"], name="participation_by_asked")]

    def __str__(self) -> str:
        return f"invitation {self.pk}"

    @property
    def key(self) -> str:
        return f"invitation:{self.pk}"


class Matter(models.Model):
    """An appeal a body is told of: its number and the gist in the department's words, no person."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="matters")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="+")
    gist = models.CharField(max_length=400)

    class Meta:
        ordering = ["invitation_id", "appeal_id"]
        constraints = [
            models.UniqueConstraint(fields=["invitation", "appeal"], name="participation_a_matter_once"),
        ]

    def __str__(self) -> str:
        return f"matter of appeal {self.appeal_id}"


class Reply(models.Model):
    """One answer of a body; a later one (a substitute, a change of mind) stands beside it."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="replies")
    answer = models.CharField(max_length=10, choices=Answer)
    representative = models.ForeignKey(
        "bodies.Representative", on_delete=models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=200, blank=True, help_text="who comes")
    position = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=1000, blank=True)
    by_office = models.BooleanField(help_text="recorded by the department, not by the body itself")
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="participation_who_comes_or_why_not",
                condition=(Q(answer="confirmed") & ~Q(name="")) | (Q(answer="declined") & ~Q(reason="")),
                violation_error_message="A body that comes names its representative; one that does not, why.",
            ),
        ]

    def __str__(self) -> str:
        return f"reply {self.pk}"


class Presence(models.Model):
    """Whether the representative of an invited body came on the day."""

    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, related_name="presence")
    came = models.BooleanField()
    name = models.CharField(max_length=200, blank=True, help_text="who came")
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="participation_who_came",
                condition=Q(came=False) | ~Q(name=""),
                violation_error_message="Whoever came has a name.",
            ),
        ]

    def __str__(self) -> str:
        return f"presence at invitation {self.invitation_id}"


class CentralRequest(models.Model):
    """A letter to the first head of a central body: take part by video in the matter of an appeal."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="central_requests")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="central_requests")
    number = models.CharField(max_length=60)
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    question = models.TextField(help_text="what is asked, and why the territorial units cannot settle it")
    sent_on = models.DateField()
    sent_at = models.DateTimeField()
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    told_on = models.DateField(null=True, help_text="the applicant was told of it")
    answer = models.CharField(max_length=10, choices=CentralAnswer, default=CentralAnswer.WAITING)
    answered_on = models.DateField(null=True, help_text="the day on which the answer came")
    agreed_for = models.DateField(null=True, help_text="the day for which they agreed")
    answer_text = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="participation_answer_has_its_day",
                condition=Q(answer="waiting", answered_on=None)
                | (~Q(answer="waiting") & Q(answered_on__gte=F("sent_on"))),
                violation_error_message="An answer comes on the day of the request or later.",
            ),
            models.CheckConstraint(
                name="participation_central_refusal_has_reason",
                condition=~Q(answer="declined") | ~Q(answer_text=""),
                violation_error_message="A refusal says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"request {self.number}"


class CentralExtension(models.Model):
    """The head's decision to extend the consideration because a central body was asked."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="central_extensions")
    before = models.DateField()
    until = models.DateField()
    reason = models.TextField()
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="participation_extended_to_later",
                condition=Q(until__gt=F("before")) & ~Q(reason=""),
                violation_error_message="An extension is to a later day, and says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"extension to {self.until}"


class RefusalReport(models.Model):
    """A refusal to take part, and the duty to report it: open until sent, or until the body comes."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="+")
    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, null=True, related_name="refusals")
    request = models.ForeignKey(CentralRequest, on_delete=models.PROTECT, null=True, related_name="refusals")
    refused_on = models.DateField()
    reason = models.CharField(max_length=1000)
    edition_code = models.CharField(max_length=40)
    due_on = models.DateField()
    citation = models.JSONField()
    calendar_version = models.PositiveIntegerField()
    paper = models.ForeignKey("papers.Paper", on_delete=models.PROTECT, null=True, related_name="+")
    sent_on = models.DateField(null=True)
    sent_way = models.CharField(max_length=10, choices=Way, blank=True)
    sent_number = models.CharField(max_length=60, blank=True, help_text="of the register it went through")
    taken_back_at = models.DateTimeField(null=True, help_text="the body comes after all")
    breached_on = models.DateField(null=True, help_text="the day on which it was found to be late")

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="participation_refusal_of_one_thing",
                condition=Q(invitation=None, request__isnull=False)
                | Q(invitation__isnull=False, request=None),
                violation_error_message="A refusal answers an invitation or a request, one of them.",
            ),
            models.CheckConstraint(
                name="participation_report_sent_with_paper",
                condition=Q(sent_on=None, sent_way="")
                | (Q(sent_on__gte=F("refused_on"), paper__isnull=False) & ~Q(sent_way="")),
                violation_error_message="A report that was sent has its letter and the way it went.",
            ),
        ]

    def __str__(self) -> str:
        return f"refusal {self.pk}"

    @property
    def key(self) -> str:
        return f"refusal:{self.pk}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)

    @property
    def is_open(self) -> bool:
        return self.sent_on is None and self.taken_back_at is None


class RegimeApproval(models.Model):
    """A foreigner's reception approved by the rules of secrecy: number, date, by whom."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="regime_approvals")
    number = models.CharField(max_length=60)
    approved_on = models.DateField()
    approved_by = models.CharField(max_length=300)
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"approval {self.number}"


class Interpreter(models.Model):
    """Who interprets at a reception; the latest row counts."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="interpreters")
    language = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    ready = models.CharField(max_length=10, choices=Ready, default=Ready.ASKED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"interpreter {self.pk}"


class TreatyNote(models.Model):
    """What an international treaty says otherwise about this appeal; the latest row counts."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="treaty_notes")
    text = models.TextField()
    by_user = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"treaty note {self.pk}"
