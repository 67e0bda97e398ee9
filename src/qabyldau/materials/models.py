"""What was asked of whom and by when, the answer with its files, and every wish for more time."""

from django.db import models
from django.db.models import F, Q

from qabyldau.materials.kinds import AnswerKind, RequestState
from qabyldau.regulation.words import Language


class MaterialRequest(models.Model):
    """A binding demand for materials. Its days change only by more time that was granted."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="material_requests")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, related_name="material_requests")
    number = models.CharField(max_length=60, help_text="of the paper by which it was asked")
    language = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Language])
    question = models.TextField()
    due_on = models.DateField()
    after_note = models.BooleanField(
        default=False, help_text="asked for a day after that of the note: the asker was warned"
    )
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.OPEN)
    asked_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    asked_by_name = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField()
    escalated_on = models.DateField(null=True, help_text="the day from which the head sees it as overdue")
    withdrawn_because = models.TextField(blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="materials_open_until_closed",
                condition=Q(state="open", closed_at=None) | (~Q(state="open") & Q(closed_at__isnull=False)),
                violation_error_message="A request is open until the moment that closed it.",
            ),
            models.CheckConstraint(
                name="materials_withdrawn_with_reason",
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""),
                violation_error_message="A request is withdrawn for a reason.",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "state", "due_on", "id"], name="materials_worklist"),
            models.Index(fields=["body", "state", "due_on", "id"], name="materials_of_a_body"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def key(self) -> str:
        """How papers and the outbox name it."""
        return f"material:{self.pk}"


class MaterialAnswer(models.Model):
    """What a body answered, written once: by its own person, or from paper by the department."""

    request = models.OneToOneField(MaterialRequest, on_delete=models.PROTECT, related_name="answer")
    kind = models.CharField(max_length=10, choices=AnswerKind)
    text = models.TextField()
    paper = models.CharField(
        max_length=200, blank=True, help_text="number and date of the paper it came on; empty: here"
    )
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    late = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="materials_answer_says_something",
                condition=~Q(text=""),
                violation_error_message="An answer says something.",
            ),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"


class AnswerFile(models.Model):
    """A file that came with an answer; kept like the files of an appeal."""

    answer = models.ForeignKey(MaterialAnswer, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100, help_text="media type as found in the file itself")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=200, help_text="path inside the media folder")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"file {self.pk}"


class MoreTime(models.Model):
    """A body's wish for a later day, and what the asker said to it. `granted` None: not decided yet."""

    request = models.ForeignKey(MaterialRequest, on_delete=models.PROTECT, related_name="wishes")
    before = models.DateField()
    until = models.DateField()
    reason = models.TextField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    granted = models.BooleanField(null=True)
    remark = models.TextField(blank=True)
    decided_by_name = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request"], condition=Q(granted=None), name="materials_one_open_wish"
            ),
            models.CheckConstraint(
                name="materials_wish_is_later",
                condition=Q(until__gt=F("before")),
                violation_error_message="More time ends later than the time there is.",
            ),
            models.CheckConstraint(
                name="materials_wish_decided_iff_moment",
                condition=Q(granted=None, decided_at=None)
                | Q(granted__isnull=False, decided_at__isnull=False),
                violation_error_message="A wish that was decided has its moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"until {self.until}"
