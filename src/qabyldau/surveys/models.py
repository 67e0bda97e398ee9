"""Questionnaires in versions, rounds with their samples, calls, answers, and what a low score asks for."""

from django.db import models
from django.db.models import F, Q

from qabyldau.regulation.edition import Citation
from qabyldau.regulation.words import Language, Words
from qabyldau.surveys.kinds import Population, QuestionKind, Stage, Tried, Way


class Questionnaire(models.Model):
    """A set of questions. It is never changed: a newer version stands in its place from the next round on."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["office", "version"], name="surveys_version_once"),
        ]

    def __str__(self) -> str:
        return f"questionnaire {self.version}"


class Question(models.Model):
    """One question, in both languages."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="questions")
    place = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=QuestionKind)
    text_kk = models.CharField(max_length=300)
    text_ru = models.CharField(max_length=300)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "place"], name="surveys_one_place_a_question"),
            models.CheckConstraint(
                name="surveys_asked_in_both_languages",
                condition=~Q(text_kk="") & ~Q(text_ru=""),
                violation_error_message="A question is asked in both languages.",
            ),
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"

    @property
    def text(self) -> Words:
        return Words(kk=self.text_kk, ru=self.text_ru)

    @property
    def field(self) -> str:
        """Its name in a form and in the answers kept."""
        return f"q{self.place}"


class Round(models.Model):
    """A sample drawn once: with its seed and its population, so that anybody can draw it again."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    counter = models.PositiveIntegerField()
    population = models.CharField(max_length=10, choices=Population)
    way = models.CharField(max_length=10, choices=Way)
    since = models.DateField()
    until = models.DateField()
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="rounds")
    seed = models.CharField(max_length=32)
    keys = models.JSONField(help_text="everybody who could be asked, by what they took part in")
    asked = models.PositiveIntegerField()
    citation = models.JSONField()
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(fields=["office", "counter"], name="surveys_round_numbered_once"),
            models.CheckConstraint(
                name="surveys_days_in_order",
                condition=Q(until__gte=F("since")),
                violation_error_message="The days of a round end on or after the day they begin.",
            ),
            models.CheckConstraint(
                name="surveys_somebody_is_asked",
                condition=Q(asked__gt=0),
                violation_error_message="A round asks somebody.",
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.counter}"

    @property
    def key(self) -> str:
        return f"survey:{self.pk}"

    @property
    def cited(self) -> Citation:
        return Citation.from_row(self.citation)


class Task(models.Model):
    """One person of a sample. Who it is stands where they took part; here is only the key of that."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="tasks")
    place = models.PositiveIntegerField(help_text="in the order of the sample")
    about = models.CharField(max_length=60, help_text='"consultation:5" or "appeal:7"')
    person = models.CharField(max_length=64, help_text="keyed index: nobody is asked twice in a row")
    language = models.CharField(max_length=2, choices=[(one.value, one.value) for one in Language])
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.OPEN)
    call_at = models.DateTimeField(null=True, help_text="the person asked to be called then")
    link = models.CharField(max_length=64, blank=True, help_text="digest of the code of the link")
    at = models.DateTimeField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["round", "about"], name="surveys_one_task_a_person"),
            models.UniqueConstraint(fields=["link"], condition=~Q(link=""), name="surveys_link_once"),
        ]
        indexes = [
            models.Index(fields=["stage", "call_at", "id"], name="surveys_to_call"),
            models.Index(fields=["person", "at"], name="surveys_asked_lately"),
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"


class Attempt(models.Model):
    """A call that brought no answers."""

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="attempts")
    tried = models.CharField(max_length=15, choices=Tried)
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"attempt {self.pk}"


class Response(models.Model):
    """What one person answered. `score`: the mean of the scores in tenths; empty: none was given."""

    task = models.OneToOneField(Task, on_delete=models.PROTECT, related_name="response")
    answers = models.JSONField()
    score = models.PositiveSmallIntegerField(null=True)
    at = models.DateTimeField()
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="surveys_score_from_one_to_five",
                condition=Q(score=None) | Q(score__gte=10, score__lte=50),
                violation_error_message="A score lies between 1 and 5.",
            ),
        ]

    def __str__(self) -> str:
        return f"response {self.pk}"


class Concern(models.Model):
    """A low score: somebody of the department looks what happened, and writes what was done."""

    response = models.OneToOneField(Response, on_delete=models.PROTECT, related_name="concern")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    remark = models.CharField(max_length=1000, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="surveys_settled_with_a_remark",
                condition=Q(settled_at=None, remark="") | (Q(settled_at__isnull=False) & ~Q(remark="")),
                violation_error_message="A concern is settled by saying what was done.",
            ),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk}"
