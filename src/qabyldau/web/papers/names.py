"""What templates are called on the pages: the notice or the kind of paper, and its variant."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from qabyldau.papers.kinds import KINDS, PaperKind
from qabyldau.papers.templates import is_notice, kind_of
from qabyldau.regulation.lifecycle import Notice
from qabyldau.web.staff.page import language
from qabyldau.web.staff.words import NOTICES

VARIANTS: Mapping[str, Promise] = {
    "anonymous": pgettext_lazy("text", "without an author"),
    "incomplete": pgettext_lazy("text", "data not supplied"),
    "alarm": pgettext_lazy("text", "at once, about a threat"),
    "part": pgettext_lazy("text", "in part"),
    "whole": pgettext_lazy("text", "as a whole"),
    "joined": pgettext_lazy("text", "joined"),
    "separated": pgettext_lazy("text", "parted again"),
    "heard_before": pgettext_lazy("text", "heard before"),
    "outside_competence": pgettext_lazy("text", "outside our competence"),
    "extended": pgettext_lazy("text", "the term moves"),
    "same_term": pgettext_lazy("text", "the term stays"),
    "in_person": pgettext_lazy("text", "in person"),
    "video": pgettext_lazy("text", "by video"),
    "absence": pgettext_lazy("text", "the official is absent"),
    "applicant": pgettext_lazy("text", "the applicant asked"),
    "day_off": pgettext_lazy("text", "a day off was declared"),
    "office": pgettext_lazy("text", "the office decided"),
    "no_video": pgettext_lazy("text", "no video there"),
    "carried": pgettext_lazy("text", "carried over"),
    "earlier": pgettext_lazy("text", "an earlier hour"),
    "explained": pgettext_lazy("text", "explained"),
    "satisfied": pgettext_lazy("text", "satisfied"),
    "refused": pgettext_lazy("text", "refused"),
}


def name_of(template: str) -> str:
    """«Мотивированный отказ: рассматривалось ранее»."""
    kind = kind_of(template, Notice if is_notice(template) else PaperKind)
    variant = template.removeprefix(kind).removeprefix("_")
    words = _kind_name(kind)
    return f"{words}: {VARIANTS.get(variant, variant)}" if variant else words


def _kind_name(kind: PaperKind | Notice) -> str:
    if type(kind) is PaperKind:
        return KINDS[kind].name[language()]
    return str(NOTICES.get(kind, kind))
