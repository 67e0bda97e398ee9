"""Texts of papers on the pages: looked at, kept, approved, compared; and rules of numbers."""

from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from qabyldau.papers.checking import parts_of
from qabyldau.papers.models import Rule, Wording
from qabyldau.papers.templates import built_in_source
from qabyldau.people.models import Office, User
from qabyldau.people.roles import Role
from qabyldau.regulation.words import Language
from tests.web.staff.conftest import Enter

LEFT = "/ru/staff/texts/left/ru/"


@pytest.fixture
def writer(office: Office, enter: Enter) -> Client:  # noqa: ARG001  the office must be there
    return enter(Role.DEPARTMENT)


def typed(**changes: str) -> dict[str, str]:
    parts = parts_of("left", built_in_source("left", Language.RU))
    boxes = {"subject": parts.subject, "text": parts.text, "sms": parts.sms, "sms_also": parts.sms_also}
    return boxes | changes


def shown(answer: Any) -> str:  # noqa: ANN401  Django's own shape
    return str(answer.content.decode())


def test_the_list_names_every_text(writer: Client) -> None:
    page = shown(writer.get("/ru/staff/texts/"))

    assert "Список лиц на приём" in page
    assert "/ru/staff/texts/refusal_heard_before/kk/" in page


def test_a_text_is_looked_at_before_anything_is_kept(writer: Client) -> None:
    page = shown(writer.post(LEFT, {**typed(), "look": "1"}))

    assert "data:image/png;base64," in page
    assert not Wording.objects.exists()


def test_an_unknown_field_is_named_with_its_place(writer: Client) -> None:
    answer = writer.post(LEFT, {**typed(text="Первая\nи {ghost}"), "keep": "1"})

    assert answer.status_code == 422
    assert "{ghost}" in shown(answer)
    assert "строка 2, знак 3" in shown(answer)
    assert not Wording.objects.exists()


def test_a_text_is_kept_approved_by_the_head_and_compared(writer: Client, enter: Enter) -> None:
    text = typed()["text"] + "\n\nПриходите, {applicant}."
    writer.post(LEFT, {**typed(text=text), "keep": "1"})
    version = Wording.objects.get()
    head = enter(Role.HEAD_OF_OFFICE)

    assert "Утвердить" in shown(head.get(LEFT))
    assert "Утвердить" not in shown(writer.get(LEFT))
    head.post(f"/ru/staff/texts/versions/{version.pk}/approve/", {"since": "2026-03-02"})

    assert Wording.objects.get().approved_at is not None
    assert "<ins>Приходите, {applicant}.</ins>" in shown(
        head.get(f"/ru/staff/texts/versions/{version.pk}/compare/")
    )
    pdf = head.get(f"/ru/staff/texts/versions/{version.pk}/sample.pdf")
    assert pdf.content.startswith(b"%PDF")


def test_back_to_the_built_in_text_waits_for_approval(writer: Client) -> None:
    writer.post(f"{LEFT}built-in/")

    assert Wording.objects.get().source == ""
    assert "возврат к встроенному тексту" in shown(writer.get(LEFT))


def test_the_administrator_sets_how_papers_are_numbered(office: Office, enter: Enter) -> None:  # noqa: ARG001
    admin = enter(Role.ADMIN)
    TOTP.activate(User.objects.get(username="admin"), "JBSWY3DPEHPK3PXP")
    rule = "/ru/staff/numbering/refusal/"

    refused = admin.post(rule, {"index": "04-12", "form": "{counter}"})
    assert refused.status_code == 422
    admin.post(rule, {"index": "04-12", "form": "{index}-{counter}"})

    assert Rule.objects.get().form == "{index}-{counter}"
    assert "04-12-1" in shown(admin.get("/ru/staff/numbering/"))
