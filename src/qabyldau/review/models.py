"""What was found, proposed, decided and appointed: each row is written once by one act."""

from django.db import models
from django.db.models import Q

from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language, Words
from qabyldau.review.kinds import HearingState, Outcome, Position, Proposal


class Screening(models.Model):
    """What a worker found: None means that nobody has looked yet. The latest row counts."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="screenings")
    states_the_matter = models.BooleanField(null=True)
    within_competence = models.BooleanField(null=True)
    competent_body_kk = models.CharField(max_length=200, blank=True)
    competent_body_ru = models.CharField(max_length=200, blank=True)
    heard_before = models.BooleanField(null=True)
    earlier = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, null=True, related_name="+")
    new_arguments = models.BooleanField(null=True)
    subject = models.CharField(max_length=60, blank=True, help_text="code of the classifier")
    authored = models.BooleanField(null=True, help_text="it can be told who wrote it")
    tells_of_crime = models.BooleanField(null=True, help_text="of a crime, or of a threat to people")
    remark = models.TextField(blank=True)
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_heard_before_where",
                condition=~Q(heard_before=True) | Q(earlier__isnull=False) | ~Q(remark=""),
                violation_error_message="Heard before: the earlier appeal or answer is named.",
            ),
        ]

    def __str__(self) -> str:
        return f"screening {self.pk}"


class Note(models.Model):
    """Справочная информация: one version of it. None is changed; `submitted_at` says which went to the head.

    `facts` and `conclusion` are in `language`; the other language stands beside them where it was wanted.
    `history` and `materials` are quotes, as they stood when the version was kept.
    """

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="notes")
    version = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(
        max_length=2, choices=[(one.value, one.value) for one in Language], default=Language.RU.value
    )
    facts = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    facts_other = models.TextField(blank=True)
    conclusion_other = models.TextField(blank=True)
    history = models.JSONField(default=list)
    materials = models.JSONField(default=list)
    proposal = models.CharField(max_length=10, choices=Proposal, blank=True)
    official = models.ForeignKey("people.Official", on_delete=models.PROTECT, null=True, related_name="+")
    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, null=True, related_name="+")
    mode = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Mode])
    ground = models.CharField(max_length=30, blank=True)
    late = models.BooleanField(default=False, help_text="later than the law allows before the proposed day")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "version"], name="review_one_note_a_version"),
            models.CheckConstraint(
                name="review_refusal_proposed_with_ground",
                condition=Q(submitted_at=None) | ~Q(proposal="refuse") | ~Q(ground=""),
                violation_error_message="A refusal is proposed with its ground.",
            ),
            models.CheckConstraint(
                name="review_reception_proposed_with_official",
                condition=Q(submitted_at=None) | ~Q(proposal="receive") | Q(official__isnull=False),
                violation_error_message="A reception is proposed with the official who receives.",
            ),
            models.CheckConstraint(
                name="review_submitted_note_proposes",
                condition=Q(submitted_at=None) | ~Q(proposal=""),
                violation_error_message="What goes to the head proposes something.",
            ),
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"

    @property
    def key(self) -> str:
        """How papers name it."""
        return f"note:{self.pk}"


class NoteDraft(models.Model):
    """What one person has typed of a note and not kept yet; nobody else sees it."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    typed = models.JSONField(help_text="fields of the form by name, as they were typed")
    began_at_version = models.PositiveSmallIntegerField(help_text="of the note; 0: there was none")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["appeal", "user"], name="review_one_draft_a_person")]

    def __str__(self) -> str:
        return f"draft of {self.appeal_id}"


class Agreement(models.Model):
    """A colleague or a unit was asked to agree to one version of a note, and what they said."""

    note = models.ForeignKey(Note, on_delete=models.PROTECT, related_name="agreements")
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey("bodies.Body", on_delete=models.PROTECT, null=True, related_name="+")
    name_kk = models.CharField(max_length=300, help_text="who was asked, as they were called then")
    name_ru = models.CharField(max_length=300)
    asked_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    position = models.CharField(max_length=10, choices=Position, blank=True)
    remark = models.TextField(blank=True)
    answered_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["note", "user"], name="review_agreement_asked_once_of_user"),
            models.UniqueConstraint(fields=["note", "body"], name="review_agreement_asked_once_of_body"),
            models.CheckConstraint(
                name="review_agreement_of_one",
                condition=Q(user=None, body__isnull=False) | Q(user__isnull=False, body=None),
                violation_error_message="A colleague or a unit is asked, one of the two.",
            ),
            models.CheckConstraint(
                name="review_agreement_answered_iff_moment",
                condition=Q(position="", answered_at=None) | (~Q(position="") & Q(answered_at__isnull=False)),
                violation_error_message="An answer has its moment.",
            ),
            models.CheckConstraint(
                name="review_agreement_remarks_said",
                condition=Q(position__in=["", "agreed"]) | ~Q(remark=""),
                violation_error_message="Who does not simply agree says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"agreement {self.pk}"

    @property
    def name(self) -> Words:
        return Words(kk=self.name_kk, ru=self.name_ru)


class Hearing(models.Model):
    """The applicant was invited to be heard before a burdening decision (АППК ст. 73)."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="hearings")
    starts_at = models.DateTimeField()
    place_kk = models.CharField(max_length=200)
    place_ru = models.CharField(max_length=200)
    intended = models.TextField(help_text="what is about to be decided and why, as the applicant was told")
    state = models.CharField(max_length=10, choices=HearingState, default=HearingState.INVITED)
    invited_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    invited_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(state="invited"), name="review_one_open_hearing"
            ),
            models.CheckConstraint(
                name="review_hearing_recorded_iff_moment",
                condition=Q(state="invited", recorded_at=None)
                | (~Q(state="invited") & Q(recorded_at__isnull=False)),
                violation_error_message="What came of a hearing has its moment.",
            ),
        ]

    def __str__(self) -> str:
        return f"hearing {self.pk}"

    @property
    def place(self) -> Words:
        return Words(kk=self.place_kk, ru=self.place_ru)


class Objection(models.Model):
    """What the applicant says against what is intended: on the tracking page, or taken down by a worker."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="objections")
    text = models.TextField()
    by_applicant = models.BooleanField(
        help_text="written on the tracking page; false: taken down by a worker"
    )
    by_name = models.CharField(max_length=200, blank=True, help_text="of the worker")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_objection_says_something",
                condition=~Q(text=""),
                violation_error_message="An objection says something.",
            ),
        ]

    def __str__(self) -> str:
        return f"objection {self.pk}"


class Decision(models.Model):
    """What the head decided (or, for an appeal without a matter, the department), and why."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome)
    day = models.ForeignKey(
        "schedule.ReceptionDay", on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    mode = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Mode])
    ground = models.CharField(max_length=30, blank=True)
    motive = models.TextField(blank=True)
    until = models.DateField(null=True, help_text="the day to which the term was extended")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="review_refusal_has_ground_and_motive",
                condition=~Q(outcome="refuse") | (~Q(ground="") & ~Q(motive="")),
                violation_error_message="A refusal names its ground and its reasons.",
            ),
            models.CheckConstraint(
                name="review_reception_has_day",
                condition=~Q(outcome="receive") | Q(day__isnull=False),
                violation_error_message="Who is to be received has a day.",
            ),
            models.CheckConstraint(
                name="review_extension_has_day_and_motive",
                condition=~Q(outcome="extend") | (Q(until__isnull=False) & ~Q(motive="")),
                violation_error_message="An extension names its day and its reasons.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} of appeal {self.appeal_id}"


class ReceptionList(models.Model):
    """List of those to be received on a day: numbered, and fixed once it is sent."""

    day = models.ForeignKey("schedule.ReceptionDay", on_delete=models.PROTECT, related_name="lists")
    number = models.CharField(max_length=40)
    sent_at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="review_list_number_once")]

    def __str__(self) -> str:
        return self.number


class ListEntry(models.Model):
    """One person on a list: the place in the order, and the reason for it."""

    list = models.ForeignKey(ReceptionList, on_delete=models.PROTECT, related_name="entries")
    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="list_entries")
    place = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=30, help_text="in_order, or the standing that puts ahead")

    class Meta:
        ordering = ["list_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["list", "place"], name="review_one_place_on_a_list"),
            models.UniqueConstraint(fields=["list", "appeal"], name="review_once_on_a_list"),
        ]

    def __str__(self) -> str:
        return f"{self.place} on list {self.list_id}"


class Appointment(models.Model):
    """The hour an applicant was told. A new one replaces the old; none is changed."""

    appeal = models.ForeignKey("registry.Appeal", on_delete=models.PROTECT, related_name="appointments")
    slot = models.ForeignKey("schedule.Slot", on_delete=models.PROTECT, related_name="appointments")
    mode = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Mode])
    reason = models.CharField(max_length=200, blank=True, help_text="why not in the order of the list")
    at = models.DateTimeField()
    live = models.BooleanField(default=True, help_text="false once it was held, missed, moved or withdrawn")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal"], condition=Q(live=True), name="review_one_live_appointment"
            ),
            models.UniqueConstraint(fields=["slot"], condition=Q(live=True), name="review_one_appeal_a_slot"),
        ]

    def __str__(self) -> str:
        return f"appointment {self.pk}"
