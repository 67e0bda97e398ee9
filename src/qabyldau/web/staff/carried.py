"""What a form carries unseen: keys and versions, renewed without touching what was typed."""

from django import forms
from django.http import QueryDict


def carry(form: forms.BaseForm, **hidden: str) -> None:
    """The next sending of this form carries these."""
    data = form.data.copy() if isinstance(form.data, QueryDict) else QueryDict(mutable=True)
    for name, value in hidden.items():
        data[name] = value
    form.data = data
