"""How the line does: after a failure nobody calls for a while, and people see when it last answered."""

from datetime import datetime, timedelta

from qabyldau.exchange.models import Line

EOTINISH = "eotinish"
REST, LONGEST_REST = timedelta(minutes=1), 5


def rests(at: datetime) -> bool:
    return Line.objects.filter(name=EOTINISH, rests_until__gt=at).exists()


def locked() -> Line:
    """The row, locked: answers are recorded one after another, so no number goes to two appeals."""
    Line.objects.bulk_create([Line(name=EOTINISH)], ignore_conflicts=True)
    return Line.objects.select_for_update().get(name=EOTINISH)


def failed(fault: str, *, at: datetime, rest: bool) -> None:
    row, _ = Line.objects.get_or_create(name=EOTINISH)
    failures = row.failures + 1
    until = at + REST * min(failures, LONGEST_REST) if rest else row.rests_until
    Line.objects.filter(pk=row.pk).update(failures=failures, fault=fault, failed_at=at, rests_until=until)


def succeeded(at: datetime) -> None:
    fine = {"succeeded_at": at, "failures": 0, "fault": "", "rests_until": None}
    Line.objects.update_or_create(name=EOTINISH, defaults=fine)
