"""A signature with the very bytes that were signed; both are sealed: a certificate holds an ИИН."""

import uuid

from django.db import models

from qabyldau.signatures.kinds import Paper


class Signature(models.Model):
    """One signature about one thing. Written once; what was found when it came is never rewritten."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey("people.Office", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, help_text="kind:id of what it is about, as the journal names it")
    paper = models.CharField(max_length=10, choices=Paper)
    digest = models.CharField(max_length=64, help_text="sha256 of the data")
    sealed_data = models.TextField()
    sealed_signature = models.TextField(help_text="CMS or XML as it came, in base64")
    signer_name = models.CharField(max_length=200, help_text="as the certificate says")
    signer_index = models.CharField(max_length=64, help_text="keyed index of the signer's ИИН")
    organisation = models.CharField(max_length=200, blank=True)
    serial = models.CharField(max_length=64)
    issuer = models.CharField(max_length=200, blank=True)
    purposes = models.CharField(max_length=300, blank=True, help_text="OIDs of the extended key usage")
    certificate_from = models.DateTimeField(null=True)
    certificate_until = models.DateTimeField(null=True)
    claimed_at = models.DateTimeField(null=True, help_text="when the signer says they signed")
    is_time_proved = models.BooleanField(
        default=False, help_text="an authority's mark of time vouches for it"
    )
    revocation = models.CharField(max_length=20, help_text="how it was made sure that it was not revoked")
    by_user = models.ForeignKey("people.User", on_delete=models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(help_text="when it came and was believed")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["office", "about"], name="signatures_about")]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "about", "digest", "signer_index"], name="signatures_once_by_each"
            ),
        ]

    def __str__(self) -> str:
        return f"signature {self.pk}"

    @property
    def seal_row(self) -> str:
        """To what its sealed columns are bound."""
        return f"signature|{self.uid}"
