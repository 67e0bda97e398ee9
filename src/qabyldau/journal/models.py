"""The chain's rows and, per office, its last link. A trigger moves the head and refuses any change."""

from django.db import models


class Head(models.Model):
    """The last link of an office's chain. Locked by whoever writes the next one."""

    office = models.OneToOneField(
        "people.Office", on_delete=models.PROTECT, primary_key=True, related_name="+"
    )
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.office_id}:{self.seq}"


class Entry(models.Model):
    """One thing that happened. `facts` hold ids, codes and dates, never what a person said or is called."""

    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    seq = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.CharField(max_length=60)
    actor_name = models.CharField(
        max_length=200, blank=True, help_text="of staff; a citizen's name never stands here"
    )
    action = models.CharField(max_length=40)
    object = models.CharField(max_length=60, help_text="kind:id, as in appeal:17")
    citation = models.JSONField(null=True, help_text="the clause it was done under")
    facts = models.JSONField(default=dict)
    once = models.CharField(max_length=80, null=True, help_text="key of the request that asked for it")  # noqa: DJ001
    asked = models.CharField(max_length=64, blank=True, help_text="digest of what that request said")
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["office_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["office", "seq"], name="journal_one_link_a_number"),
            models.UniqueConstraint(fields=["office", "once"], name="journal_asked_once"),
        ]
        indexes = [models.Index(fields=["object", "seq"], name="journal_by_object")]

    def __str__(self) -> str:
        return f"{self.office_id}#{self.seq}"
