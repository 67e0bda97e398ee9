"""Appeals, their numbers, terms, files and the facts that fell short of a clause."""

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, F, Q

from qabyldau.outbox.kinds import Channel as Way
from qabyldau.registry.kinds import TermKind, Topic
from qabyldau.regulation.edition import Citation, Edition
from qabyldau.regulation.editions import by_code
from qabyldau.regulation.lifecycle import State
from qabyldau.regulation.norms.intake import Channel
from qabyldau.regulation.norms.queue import Standing
from qabyldau.regulation.norms.reception import Mode
from qabyldau.regulation.words import Language

# The answered go last on a worklist, in both databases and by an index.
NOT_DUE = ExpressionWrapper(Q(due_on=None), output_field=BooleanField())


class Counter(models.Model):
    """The last number given in an office and year: dense, so one row and one writer at a time."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    series = models.CharField(max_length=20, default="appeal")
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "series", "year"], name="registry_one_counter")
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.year}: {self.value}"


class Appeal(models.Model):
    """Обращение о записи на личный прием. Its state is written by `registry.moves.move` alone."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="appeals")
    number = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    counter = models.PositiveIntegerField()
    external_number = models.CharField(max_length=40, blank=True, help_text="of e-Otinish, kept beside ours")
    channel = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Channel])
    state = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in State], default=State.REGISTERED.value
    )
    version = models.PositiveIntegerField(
        default=1, help_text="grows with every move; a stale page is told so"
    )
    edition_code = models.CharField(max_length=40, help_text="the law of the day it was registered")

    applicant = models.ForeignKey("people.Applicant", on_delete=models.PROTECT, related_name="appeals")
    applicant_name = models.CharField(max_length=200, help_text="as stated in this appeal")
    folded_name = models.CharField(max_length=200)
    people_count = models.PositiveSmallIntegerField(default=1, help_text="more than one: a collective appeal")
    representative = models.CharField(max_length=200, blank=True)
    authority = models.CharField(
        max_length=200, blank=True, help_text="power of attorney or order: number and date"
    )
    authority_until = models.DateField(null=True, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    address = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Language])
    preferred = models.CharField(
        max_length=10, blank=True, choices=Way, help_text="by which way letters go; empty: by every way left"
    )

    topic = models.CharField(max_length=12, choices=Topic, default=Topic.OTHER)
    subject = models.CharField(max_length=60, blank=True, help_text="code of the classifier, once found")
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="joined"
    )
    substance = models.TextField(blank=True)
    folded_substance = models.TextField(blank=True, help_text="lower case, for search in any database")
    wished_official = models.ForeignKey(
        "people.Official", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wished_mode = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in Mode], default=Mode.IN_PERSON.value
    )
    video_consent = models.BooleanField(default=False)
    standing = models.CharField(
        max_length=20, blank=True, choices=[(one.value, one.value) for one in Standing]
    )
    standing_proof = models.CharField(max_length=200, blank=True)

    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=200, blank=True, help_text="surname and initials for the talon")
    received_position = models.CharField(max_length=200, blank=True)
    registered_at = models.DateTimeField()
    registered_on = models.DateField(help_text="the day from which terms run")
    secret_digest = models.CharField(max_length=64, help_text="of the code that opens the tracking page")
    due_on = models.DateField(null=True, help_text="last lawful day of the open answer term; empty: answered")
    due_target = models.DateField(null=True, help_text="the office's own last day")
    official = models.ForeignKey(
        "people.Official", on_delete=models.PROTECT, null=True, related_name="+", help_text="who will receive"
    )
    reception_at = models.DateTimeField(null=True, help_text="day and hour told to the applicant")
    once = models.CharField(max_length=80, null=True, help_text="key of the form or call that brought it")  # noqa: DJ001

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "number"], name="registry_number_once"),
            models.UniqueConstraint(fields=["office", "year", "counter"], name="registry_dense_number_once"),
            models.UniqueConstraint(fields=["office", "once"], name="registry_form_sent_once"),
            models.CheckConstraint(
                name="registry_due_while_unanswered",
                condition=Q(due_on__isnull=False)
                | ~Q(state__in=["registered", "data_asked", "review", "decision", "approved"]),
                violation_error_message="An unanswered appeal has a day by which it must be answered.",
            ),
            models.CheckConstraint(
                name="registry_joined_to_an_earlier_one",
                condition=~Q(state="merged") | Q(merged_into__isnull=False),
                violation_error_message="A joined appeal names the earlier one.",
            ),
            models.CheckConstraint(
                name="registry_video_by_consent",
                condition=~Q(wished_mode="video") | Q(video_consent=True),
                violation_error_message="A wish for video carries the applicant's consent.",
            ),
            models.CheckConstraint(
                name="registry_target_before_due",
                condition=Q(due_on=None) | Q(due_target__lte=F("due_on")),
                violation_error_message="The office's own day is never later than the lawful one.",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "state", "due_on", "id"], name="registry_worklist"),
            models.Index(fields=["office", "due_on", "id"], name="registry_by_due"),
            models.Index("office", NOT_DUE, "due_on", "reception_at", "id", name="registry_by_deadline"),
            models.Index(fields=["office", "folded_name"], name="registry_by_name"),
            models.Index(fields=["office", "phone"], name="registry_by_phone"),
            models.Index(fields=["official", "id"], name="registry_by_official"),
            models.Index(fields=["applicant", "id"], name="registry_by_applicant"),
            models.Index(fields=["office", "external_number"], name="registry_by_external"),
            models.Index(fields=["office", "subject", "id"], name="registry_by_subject"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def edition(self) -> Edition:
        return by_code(self.edition_code)

    @property
    def key(self) -> str:
        """How journal and outbox name it."""
        return f"appeal:{self.pk}"

    @property
    def stage(self) -> State:
        return State(self.state)


class Term(models.Model):
    """A day by which something is owed, with its reasons: event, clause, and the calendar that counted."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=20, choices=TermKind)
    norm = models.CharField(max_length=40, help_text="name of the norm that counts it")
    event_on = models.DateField()
    due_on = models.DateField()
    target_on = models.DateField()
    citation = models.JSONField()
    calendar_version = models.PositiveIntegerField()
    set_by_hand = models.BooleanField(default=False, help_text="an extension: the head named the day")
    met_on = models.DateField(null=True)
    replaced_by = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="replaces")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appeal", "kind"],
                condition=Q(met_on=None, replaced_by=None),
                name="registry_one_open_term_of_a_kind",
            ),
        ]
        indexes = [
            models.Index(
                fields=["kind", "due_on"],
                name="registry_open_terms",
                condition=Q(met_on=None, replaced_by=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.due_on}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)


class Flag(models.Model):
    """A fact that falls short of a clause: recorded as it happened, and shown."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="flags")
    code = models.CharField(max_length=40)
    citation = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.code} on {self.appeal_id}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)


class CoApplicant(models.Model):
    """One of those who appeal together; the letter goes to their representative."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="co_applicants")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)
    folded_name = models.CharField(max_length=200)
    signed = models.BooleanField(help_text="agreed by signing; false: named by others")
    named_at = models.DateTimeField()

    class Meta:
        ordering = ["appeal_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["appeal", "place"], name="registry_one_co_applicant_a_place")
        ]

    def __str__(self) -> str:
        return f"co-applicant {self.pk}"


class Attachment(models.Model):
    """A file that came with an appeal; kept under its own hash, served only to who may see the appeal."""

    appeal = models.ForeignKey(Appeal, on_delete=models.PROTECT, related_name="attachments")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=100, help_text="media type as found in the file itself")
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    stored = models.CharField(max_length=200, help_text="path inside the media folder")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"file {self.pk}"
