"""One appeal from call to answer, told step by step, each step checked, and none of it kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction

from qabyldau.demo import office, story
from qabyldau.demo.office import Troupe, forbid_production
from qabyldau.demo.stage import Stage
from qabyldau.demo.teller import Teller
from qabyldau.people import queries as people
from qabyldau.regulation.words import Language

SINCE = date(2022, 1, 10)
SUFFIX = "-story"


def narrate(language: Language, write: Callable[[str], object]) -> bool:
    """Whether every step held. All of it happens in one transaction that is taken back at the end."""
    forbid_production()
    teller = Teller(language, write)
    teller.open()
    with transaction.atomic():
        _tell(teller)
        transaction.set_rollback(True)
    teller.close()
    return not teller.broken


def _tell(teller: Teller) -> None:
    stage = Stage(teller, _troupe())
    for scene in story.SCENES:
        teller.begin(scene.__name__)
        try:
            scene(stage)
        except Exception as fault:
            teller.fault(fault)
            return


def _troupe() -> Troupe:
    """The office that is there, or a new one; in either case its own people."""
    there = next((one for one in people.all_offices() if one.code == office.CODE), None)
    return office.bring_in(there or office.open_office(), SINCE, make_password(None), SUFFIX)
